package io.careloop.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the engine makes of a file; it goes by the ending of its name. */
public enum ModelKind {
    DIAGRAM("bpmn", "bpmn20.xml"),
    TABLE("dmn", "dmn11.xml"),
    FORM("form"),
    /** A case diagram, which the engine would run as well. */
    CASE_DIAGRAM("cmmn", "cmmn10.xml", "cmmn11.xml");

    private final List<String> endings;

    ModelKind(String... endings) {
        this.endings = List.of(endings);
    }

    static Optional<ModelKind> of(String fileName) {
        return Arrays.stream(values())
                .filter(kind -> kind.endings.stream().anyMatch(fileName::endsWith))
                .findFirst();
    }

    /** Of a file that is written anew. */
    public String ending() {
        return endings.get(0);
    }
}
