package io.careloop.modeling.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/** One element of a diagram or a table. */
public record Node(Element xml) {

    public static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final Set<String> ACTIVITIES = Set.of(
            "task",
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "manualTask",
            "scriptTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "transaction",
            "adHocSubProcess");
    private static final Set<String> EVENTS =
            Set.of("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent");
    private static final Set<String> SCOPES = Set.of("process", "subProcess", "transaction", "adHocSubProcess");

    public String id() {
        return xml.getAttribute("id");
    }

    public String name() {
        return xml.getAttribute("name").strip();
    }

    /** Such as {@code userTask}. */
    public String type() {
        return xml.getLocalName();
    }

    public boolean is(String type) {
        return type().equals(type);
    }

    public boolean isActivity() {
        return ACTIVITIES.contains(type()) && isBpmn();
    }

    public boolean isEvent() {
        return EVENTS.contains(type()) && isBpmn();
    }

    public boolean isGateway() {
        return type().endsWith("Gateway") && isBpmn();
    }

    public boolean isFlowNode() {
        return isActivity() || isEvent() || isGateway();
    }

    /** Process or subprocess. */
    public boolean isScope() {
        return SCOPES.contains(type()) && isBpmn();
    }

    public boolean isEventSubprocess() {
        return isScope() && attribute("triggeredByEvent").equals("true");
    }

    public boolean isBpmn() {
        return BPMN.equals(xml.getNamespaceURI());
    }

    /** Empty if it is not there. */
    public String attribute(String attribute) {
        return xml.getAttribute(attribute).strip();
    }

    /** One of the engine's own attributes, empty if it is not there. */
    public String camunda(String attribute) {
        return xml.getAttributeNS(CAMUNDA, attribute).strip();
    }

    public List<Attr> attributes() {
        NamedNodeMap all = xml.getAttributes();
        List<Attr> attributes = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            attributes.add((Attr) all.item(i));
        }
        return attributes;
    }

    public Stream<Node> children() {
        NodeList all = xml.getChildNodes();
        List<Node> children = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element) {
                children.add(new Node(element));
            }
        }
        return children.stream();
    }

    public Stream<Node> children(String type) {
        return children().filter(child -> child.is(type));
    }

    /** Itself, and all below it. */
    public Stream<Node> all() {
        return Stream.concat(Stream.of(this), children().flatMap(Node::all));
    }

    public Optional<Node> parent() {
        return xml.getParentNode() instanceof Element element ? Optional.of(new Node(element)) : Optional.empty();
    }

    /** From its parent outwards. */
    public Stream<Node> ancestors() {
        return parent().stream().flatMap(parent -> Stream.concat(Stream.of(parent), parent.ancestors()));
    }

    /** Its text, without that of elements in it. */
    public String text() {
        StringBuilder text = new StringBuilder();
        NodeList all = xml.getChildNodes();
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i).getNodeType() == org.w3c.dom.Node.TEXT_NODE
                    || all.item(i).getNodeType() == org.w3c.dom.Node.CDATA_SECTION_NODE) {
                text.append(all.item(i).getNodeValue());
            }
        }
        return text.toString().strip();
    }

    /** The engine's own elements of this type that stand in its extensions. */
    public Stream<Node> extensions(String type) {
        return children("extensionElements").flatMap(Node::children).filter(node -> node.is(type));
    }

    /** What it hands over, by name; the text of a value that is not plain is empty. */
    public Map<String, String> inputs() {
        Map<String, String> inputs = new TreeMap<>();
        extensions("inputOutput")
                .flatMap(io -> io.children("inputParameter"))
                .forEach(input -> inputs.put(input.attribute("name"), input.text()));
        return inputs;
    }

    public Optional<Node> eventDefinition() {
        return children()
                .filter(child -> child.type().endsWith("EventDefinition"))
                .findFirst();
    }

    /** Name of the bean that it calls, empty if it calls none by a delegate expression. */
    public String delegate() {
        String expression = camunda("delegateExpression");
        if (expression.isEmpty()) {
            expression = eventDefinition()
                    .map(event -> event.camunda("delegateExpression"))
                    .orElse("");
        }
        return expression.matches("[$#]\\{\\s*\\w+\\s*}") ? expression.replaceAll("[^\\w]", "") : "";
    }
}
