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

    void put(Diagram diagram) {
        diagram.processes().forEach(process -> diagrams.put(process.id(), diagram));
    }

    void putTable(Node definitions) {
        definitions.children("decision").forEach(decision -> tables.put(decision.id(), decision));
    }

    void putForm(JsonNode form) {
        forms.put(form.path("id").asText(), form);
    }

    boolean hasProcess(String key) {
        return diagrams.containsKey(key) || isRunning(ModelKind.DIAGRAM, key);
    }

    boolean hasForm(String key) {
        return forms.containsKey(key) || isRunning(ModelKind.FORM, key);
    }

    /** The form as it would be after the deployment. */
    Optional<JsonNode> form(String key) {
        return Optional.ofNullable(forms.get(key))
                .or(() -> surroundings.running(ModelKind.FORM, key).map(file -> FormCheck.read(file.content())));
    }

    /** The release's diagram, and the one that runs now. */
    Stream<Diagram> earlier(String process) {
        return Stream.concat(
                        surroundings.released(ModelKind.DIAGRAM, process).stream(),
                        surroundings.running(ModelKind.DIAGRAM, process).stream())
                .map(Diagram::read);
    }

    boolean hasDecision(String key) {
        return tables.containsKey(key) || isRunning(ModelKind.TABLE, key);
    }

    /** The decision as it would be after the deployment. */
    Optional<Node> decision(String key) {
        return Optional.ofNullable(tables.get(key)).or(() -> runningDecision(key));
    }

    /** The decision as it is before the deployment. */
    Optional<Node> runningDecision(String key) {
        return surroundings.running(ModelKind.TABLE, key).flatMap(file -> decisionIn(file, key));
    }

    static Optional<Node> decisionIn(ModelFile file, String key) {
        return XmlFiles.read(file.content())
                .children("decision")
                .filter(decision -> decision.id().equals(key))
                .findFirst();
    }

    /** The diagram as it would be after the deployment. */
    Optional<Diagram> diagram(String process) {
        return Optional.ofNullable(diagrams.get(process))
                .or(() -> surroundings.running(ModelKind.DIAGRAM, process).map(Diagram::read));
    }

    /** All diagrams as they would be after the deployment. */
    Stream<Diagram> all() {
        return Stream.concat(diagrams.values().stream(), unchanged())
                .filter(Objects::nonNull)
                .distinct();
    }

    /** The diagrams that run and that the deployment does not bring. */
    Stream<Diagram> unchanged() {
        if (running == null) {
            running = surroundings.runningDiagrams().stream().map(Diagram::read).toList();
        }
        return running.stream()
                .filter(diagram ->
                        diagram.processes().stream().noneMatch(process -> diagrams.containsKey(process.id())));
    }

    private boolean isRunning(ModelKind kind, String key) {
        return surroundings.runs(kind, key);
    }
}
