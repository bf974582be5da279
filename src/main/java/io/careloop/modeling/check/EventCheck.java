package io.careloop.modeling.check;

import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who waits for a message waits for one that is sent; what is thrown is caught. */
class EventCheck implements DiagramCheck {

    @Override
    public void check(Diagram diagram, Shelf shelf, Findings findings) {
        Map<String, String> messages = diagram.names("message", "name");
        diagram.nodes().stream()
                .filter(EventCheck::waits)
                .forEach(node -> checkMessage(node, messages, shelf, findings));
        diagram.nodes().stream()
                .filter(node -> node.is("endEvent") || node.is("intermediateThrowEvent"))
                .forEach(node -> checkThrown(node, diagram, shelf, findings));
    }

    private static boolean waits(Node node) {
        return node.is("receiveTask")
                || node.is("startEvent")
                || node.is("boundaryEvent")
                || node.is("intermediateCatchEvent");
    }

    private static void checkMessage(Node node, Map<String, String> messages, Shelf shelf, Findings findings) {
        String reference = Stream.concat(Stream.of(node), node.children("messageEventDefinition"))
                .map(part -> part.attribute("messageRef"))
                .filter(message -> !message.isEmpty())
                .findFirst()
                .orElse("");
        if (reference.isEmpty()) {
            if (node.is("receiveTask")
                    || node.children("messageEventDefinition").findAny().isPresent()) {
                findings.fault(node, "message-none");
            }
            return;
        }
        String message = messages.getOrDefault(reference, "");
        if (!shelf.surroundings().messages().contains(message) && !Expressions.isExpression(message)) {
            findings.unknown(
                    node,
                    "message-unknown",
                    message,
                    shelf.surroundings().messages(),
                    String.join(", ", new TreeSet<>(shelf.surroundings().messages())));
        }
    }

    private static void checkThrown(Node node, Diagram diagram, Shelf shelf, Findings findings) {
        for (Caught.Kind kind : Caught.Kind.values()) {
            node.children(kind.definition()).findFirst().ifPresent(definition -> {
                String code = kind.codeOf(definition, diagram);
                if (code.isEmpty()) {
                    findings.fault(node, "thrown-without-code");
                } else if (!new Caught(kind, code).isCaught(node, diagram, shelf)) {
                    findings.fault(node, kind == Caught.Kind.ERROR ? "error-uncaught" : "escalation-uncaught", code);
                }
            });
        }
    }
}
