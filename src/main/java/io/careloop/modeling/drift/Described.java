package io.careloop.modeling.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.modeling.check.Node;
import io.careloop.modeling.check.XmlFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An element of a model with everything that is said about it, apart from where it is drawn.
 *
 * @param name       its own, or that of what it is part of
 * @param properties by what a reader would call them
 */
record Described(String id, String name, Map<String, String> properties) {

    private static final Set<String> WIRING = Set.of("incoming", "outgoing", "flowNodeRef");
    private static final Set<String> SILENT = Set.of("id", "modelerTemplate", "modelerTemplateVersion");

    /** What the Modeler leaves out when it saves, since nothing else would be meant. */
    private static final Map<String, String> AS_USUAL =
            Map.of("isInterrupting", "true", "cancelActivity", "true", "triggeredByEvent", "false");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** By id, in the order of the file. */
    static Map<String, Described> xml(byte[] content) {
        Map<String, Described> elements = new LinkedHashMap<>();
        XmlFiles.read(content).all().filter(Described::standsAlone).forEach(node -> elements.put(node.id(), of(node)));
        return elements;
    }

    /** Where the nodes of a diagram are drawn and what they are a part of, by id. */
    static Map<String, String> places(byte[] content) {
        Node root = XmlFiles.read(content);
        Map<String, String> bounds = new HashMap<>();
        root.all()
                .filter(node -> node.type().equals("BPMNShape"))
                .forEach(shape -> shape.children()
                        .filter(child -> child.type().equals("Bounds"))
                        .forEach(at -> bounds.put(
                                shape.attribute("bpmnElement"),
                                at.attribute("x") + " " + at.attribute("y") + " " + at.attribute("width") + " "
                                        + at.attribute("height"))));
        Map<String, String> places = new LinkedHashMap<>();
        root.all()
                .filter(Node::isFlowNode)
                .forEach(node ->
                        places.put(node.id(), node.parent().map(Node::id).orElse("") + " " + bounds.get(node.id())));
        return places;
    }

    static Map<String, Described> form(byte[] content) {
        Map<String, Described> elements = new LinkedHashMap<>();
        try {
            collect(JSON.readTree(content), elements);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return elements;
    }

    private static Described of(Node node) {
        Map<String, String> properties = new TreeMap<>();
        describe(node, "", properties);
        return new Described(node.id(), nameOf(node), properties);
    }

    private static String nameOf(Node node) {
        return Stream.concat(Stream.of(node), node.ancestors())
                .map(Described::ownName)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    private static Optional<String> ownName(Node node) {
        String label = node.name().isEmpty() ? node.attribute("label") : node.name();
        return label.isEmpty() ? node.children("description").map(Node::text).findFirst() : Optional.of(label);
    }

    private static void describe(Node node, String prefix, Map<String, String> properties) {
        node.attributes().stream()
                .filter(attribute -> !SILENT.contains(attribute.getLocalName()))
                .filter(attribute -> !"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI()))
                .filter(attribute -> !attribute.getValue().equals(AS_USUAL.get(attribute.getLocalName())))
                .forEach(attribute ->
                        properties.put((prefix + " " + attribute.getLocalName()).strip(), attribute.getValue()));
        if (!node.text().isEmpty()) {
            properties.put(prefix.isEmpty() ? "text" : prefix, node.text());
        }
        node.children()
                .filter(child -> !standsAlone(child) && !WIRING.contains(child.type()))
                .filter(child -> !isDrawing(child))
                .forEach(child -> describe(child, path(prefix, child), properties));
    }

    private static String path(String prefix, Node child) {
        boolean wrapping =
                Set.of("extensionElements", "inputOutput", "properties").contains(child.type());
        String own = wrapping ? "" : child.type() + " " + child.attribute("name");
        return (prefix + " " + own.strip()).strip();
    }

    /** Shown for itself; what a task hands over or a timer waits for is shown with its task or timer. */
    private static boolean standsAlone(Node node) {
        return !node.id().isEmpty()
                && !isDrawing(node)
                && !node.type().endsWith("EventDefinition")
                && !node.type().endsWith("xpression")
                && !Node.CAMUNDA.equals(node.xml().getNamespaceURI());
    }

    private static boolean isDrawing(Node node) {
        String namespace = String.valueOf(node.xml().getNamespaceURI());
        return namespace.contains("/DI") || namespace.contains("/DC") || namespace.contains("DMNDI");
    }

    private static void collect(JsonNode part, Map<String, Described> elements) {
        Map<String, String> properties = new TreeMap<>();
        part.fields().forEachRemaining(field -> {
            if (!field.getKey().equals("components") && !field.getKey().equals("id")) {
                JsonNode value = field.getValue();
                properties.put(field.getKey(), value.isTextual() ? value.asText() : value.toString());
            }
        });
        String id = part.path("id").asText(part.path("key").asText());
        elements.put(id, new Described(id, part.path("label").asText(), properties));
        part.path("components").forEach(child -> collect(child, elements));
    }
}
