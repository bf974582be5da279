package io.careloop.modeling.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.engine.CsvCell;
import io.careloop.modeling.replay.Replay.Row;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The result of a replay row by row, for spreadsheets and programs; times are UTC. */
record ReplayFile(ObjectMapper json, PrintWriter out) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** @param rows gives each to whoever it is given */
    void csv(Consumer<Consumer<Row>> rows) {
        out.write(BYTE_ORDER_MARK);
        line("number", "outcome", "case", "at", "what", "before", "after", "row before", "row after");
        rows.accept(row -> line(
                row.number(),
                row.outcome().code(),
                row.reference(),
                row.at(),
                row.what(),
                row.before(),
                row.after(),
                row.ruleBefore(),
                row.ruleAfter()));
    }

    void json(Consumer<Consumer<Row>> rows) throws IOException {
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.writeStartArray();
            rows.accept(row -> write(generator, row));
            generator.writeEndArray();
        }
    }

    private static void write(JsonGenerator generator, Row row) {
        try {
            generator.writePOJO(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(Object... cells) {
        out.write(Stream.of(cells)
                        .map(cell -> CsvCell.of(Objects.toString(cell, "")))
                        .collect(Collectors.joining(","))
                + "\r\n");
    }
}
