package io.careloop.modeling.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.ModelFile;
import io.careloop.engine.ModelKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotationUtils;

/** The models that are looked at together, and behind them what runs. */
final class Shelf {

    private final Map<String, Diagram> diagrams = new HashMap<>();
    private final Map<String, Node> tables = new HashMap<>();
    private final Map<String, JsonNode> forms = new HashMap<>();
    private final Map<String, Optional<Diagram>> releasedDiagrams = new HashMap<>();
    private final Map<String, Optional<Diagram>> runningDiagrams = new HashMap<>();
    private final Map<String, Optional<Node>> releasedTables = new HashMap<>();
    private final Map<String, Optional<Node>> runningTables = new HashMap<>();
    private final Map<String, Optional<JsonNode>> runningForms = new HashMap<>();
    private final Surroundings surroundings;
    private List<Diagram> running;

    Shelf(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** What a task calls, as the one that is called describes itself; empty if it calls nothing that is there. */
    Optional<DiagramCall> callOf(Node node) {
        return surroundings
                .delegate(node.delegate())
                .map(type -> AnnotationUtils.findAnnotation(type, DiagramCall.class));
    }

    void put(Diagram diagram, Findings findings) {
        diagram.processes().forEach(process -> {
            if (diagrams.put(process.id(), diagram) != null) {
                findings.fault(process, "key-twice", process.id());
            }
        });
    }

    void putTable(Node definitions, Findings findings) {
        definitions.children("decision").forEach(decision -> {
            if (tables.put(decision.id(), decision) != null) {
                findings.fault(decision, "key-twice", decision.id());
            }
        });
    }

    void putForm(JsonNode form, Findings findings) {
        String id = form.path("id").asText();
        if (forms.put(id, form) != null && !id.isEmpty()) {
            findings.fault(id, "", "key-twice", id);
        }
    }

    boolean hasProcess(String key) {
        return diagrams.containsKey(key) || isRunning(ModelKind.DIAGRAM, key);
    }

    boolean hasForm(String key) {
        return forms.containsKey(key) || isRunning(ModelKind.FORM, key);
    }

    /** The form as it would be after the deployment. */
    Optional<JsonNode> form(String key) {
        return Optional.ofNullable(forms.get(key)).or(() -> formBefore(key));
    }

    /** The form as it is before the deployment. */
    Optional<JsonNode> formBefore(String key) {
        return key.isEmpty()
                ? Optional.empty()
                : runningForms.computeIfAbsent(
                        key,
                        form -> surroundings.running(ModelKind.FORM, form).map(file -> FormCheck.read(file.content())));
    }

    /** Diagrams that run, are no part of the deployment, and refer to a form or a table that is. */
    List<Diagram> affected() {
        return all().filter(diagram -> !diagrams.containsValue(diagram))
                .filter(diagram -> diagram.nodes().stream()
                        .anyMatch(node -> forms.containsKey(node.camunda("formRef"))
                                || tables.containsKey(node.camunda("decisionRef"))))
                .toList();
    }

    /** The release's diagram, and the one that runs now. */
    Stream<Diagram> earlier(String process) {
        return Stream.concat(released(process).stream(), running(process).stream());
    }

    private Optional<Diagram> running(String process) {
        return runningDiagrams.computeIfAbsent(
                process, key -> surroundings.running(ModelKind.DIAGRAM, key).map(Diagram::read));
    }

    boolean hasDecision(String key) {
        return tables.containsKey(key) || isRunning(ModelKind.TABLE, key);
    }

    /** The decision as it would be after the deployment. */
    Optional<Node> decision(String key) {
        if (key.isEmpty() || tables.containsKey(key)) {
            return Optional.ofNullable(tables.get(key));
        }
        return runningTables.computeIfAbsent(
                key, table -> surroundings.running(ModelKind.TABLE, table).flatMap(file -> decision(file, table)));
    }

    /** The diagram as it comes with the release. */
    Optional<Diagram> released(String process) {
        return releasedDiagrams.computeIfAbsent(
                process, key -> surroundings.released(ModelKind.DIAGRAM, key).map(Diagram::read));
    }

    /** As it comes with the release. */
    Optional<Node> releasedTable(String key) {
        return key.isEmpty()
                ? Optional.empty()
                : releasedTables.computeIfAbsent(
                        key,
                        table -> surroundings.released(ModelKind.TABLE, table).flatMap(file -> decision(file, table)));
    }

    /** A process, and the diagram in which it is drawn. */
    record Drawn(Node process, Diagram diagram) {}

    /** Processes with a task that asks the table. */
    Stream<Drawn> asking(String table) {
        return all().flatMap(diagram -> diagram.processes().stream()
                .filter(process -> process.all()
                        .anyMatch(node -> node.camunda("decisionRef").equals(table)))
                .map(process -> new Drawn(process, diagram)));
    }

    private static Optional<Node> decision(ModelFile file, String key) {
        return XmlFiles.read(file.content())
                .children("decision")
                .filter(decision -> decision.id().equals(key))
                .findFirst();
    }

    /** The diagram as it would be after the deployment. */
    Optional<Diagram> diagram(String process) {
        return Optional.ofNullable(diagrams.get(process)).or(() -> running(process));
    }

    /** All diagrams as they would be after the deployment. */
    Stream<Diagram> all() {
        if (running == null) {
            running = surroundings.runningDiagrams().stream().map(Diagram::read).toList();
        }
        return Stream.concat(
                        diagrams.values().stream(),
                        running.stream()
                                .filter(diagram -> diagram.processes().stream()
                                        .noneMatch(process -> diagrams.containsKey(process.id()))))
                .filter(Objects::nonNull)
                .distinct();
    }

    private boolean isRunning(ModelKind kind, String key) {
        return surroundings.runs(kind, key);
    }
}
