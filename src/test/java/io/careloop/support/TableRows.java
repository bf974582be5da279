package io.careloop.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Input;

/** A decision table of the project with one more row, as an owner would add it in the Modeler. */
public final class TableRows {

    /** @param cells of the row that becomes the first: inputs, then outputs, each as the Modeler would have it */
    public static String withFirstRow(String table, String... cells) {
        int inputs = model(table).getModelElementsByType(Input.class).size();
        StringBuilder row = new StringBuilder("<rule id=\"Rule_Added\">");
        for (int i = 0; i < cells.length; i++) {
            String kind = i < inputs ? "inputEntry" : "outputEntry";
            row.append("<%s id=\"Cell_Added_%d\"><text>%s</text></%s>".formatted(kind, i, cells[i], kind));
        }
        String xml = read(table);
        int first = xml.indexOf("<rule ");
        return xml.substring(0, first) + row.append("</rule>") + xml.substring(first);
    }

    public static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DmnModelInstance model(String table) {
        return Dmn.readModelFromFile(Path.of(table).toFile());
    }

    private TableRows() {}
}
