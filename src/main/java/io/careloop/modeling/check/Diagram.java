package io.careloop.modeling.check;

import io.careloop.engine.ModelFile;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A BPMN file, read. */
final class Diagram {

    private final String file;
    private final Node definitions;
    private final Map<String, Node> byId = new LinkedHashMap<>();
    private final Map<String, List<Node>> outgoing;
    private final Map<String, List<Node>> incoming;

    /** @throws UnreadableFileException if it is no BPMN */
    static Diagram read(ModelFile file) {
        Node root = XmlFiles.read(file.content());
        if (!root.is("definitions") || !root.isBpmn()) {
            throw new UnreadableFileException("it is not BPMN 2.0");
        }
        return new Diagram(file.name(), root);
    }

    private Diagram(String file, Node definitions) {
        this.file = file;
        this.definitions = definitions;
        definitions
                .all()
                .filter(Node::isBpmn)
                .filter(node -> !node.id().isEmpty())
                .forEach(node -> byId.put(node.id(), node));
        outgoing = flows().stream().collect(Collectors.groupingBy(flow -> flow.attribute("sourceRef")));
        incoming = flows().stream().collect(Collectors.groupingBy(flow -> flow.attribute("targetRef")));
    }

    String file() {
        return file;
    }

    Node definitions() {
        return definitions;
    }

    List<Node> processes() {
        return definitions.children("process").filter(Node::isBpmn).toList();
    }

    List<Node> nodes() {
        return byId.values().stream().filter(Node::isFlowNode).toList();
    }

    List<Node> nodes(String type) {
        return byId.values().stream().filter(node -> node.is(type)).toList();
    }

    List<Node> flows() {
        return nodes("sequenceFlow");
    }

    List<Node> outgoing(Node node) {
        return outgoing.getOrDefault(node.id(), List.of());
    }

    List<Node> incoming(Node node) {
        return incoming.getOrDefault(node.id(), List.of());
    }

    Optional<Node> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Boundary events of an activity. */
    List<Node> boundaryEvents(Node activity) {
        return nodes("boundaryEvent").stream()
                .filter(event -> event.attribute("attachedToRef").equals(activity.id()))
                .toList();
    }

    /** What a message, error, escalation or signal is called in the world outside, by the id it has in this file. */
    Map<String, String> names(String type, String attribute) {
        Map<String, String> names = new HashMap<>();
        definitions.children(type).forEach(node -> names.put(node.id(), node.attribute(attribute)));
        return names;
    }

    /** Ids of what has a shape or a line. */
    Set<String> drawn() {
        return definitions
                .all()
                .filter(node -> node.is("BPMNShape") || node.is("BPMNEdge"))
                .map(node -> node.attribute("bpmnElement"))
                .map(name -> name.substring(name.indexOf(':') + 1))
                .collect(Collectors.toSet());
    }
}
