package io.careloop.modeling.check;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
        diagram.nodes().stream().filter(EventCheck::waits).forEach(node -> checkSignal(node, diagram, shelf, findings));
        diagram.processes().forEach(process -> {
            checkBegun(process, messages, shelf, findings);
            checkStillBegun(process, diagram, shelf, findings);
        });
    }

    private static void checkSignal(Node node, Diagram diagram, Shelf shelf, Findings findings) {
        node.children("signalEventDefinition")
                .map(definition -> nameOfSignal(definition, diagram))
                .filter(signal -> !Expressions.isExpression(signal))
                .filter(signal -> shelf.all().noneMatch(other -> sends(other, signal)))
                .forEach(signal -> findings.fault(node, "signal-unsent", signal));
    }

    private static boolean sends(Diagram diagram, String signal) {
        return diagram.nodes().stream()
                .filter(node -> !waits(node))
                .flatMap(node -> node.children("signalEventDefinition"))
                .map(definition -> nameOfSignal(definition, diagram))
                .anyMatch(sent -> sent.equals(signal) || Expressions.isExpression(sent));
    }

    private static String nameOfSignal(Node definition, Diagram diagram) {
        return diagram.names("signal", "name").getOrDefault(definition.attribute("signalRef"), "");
    }

    /** Of two diagrams that begin with the same message, the engine takes only the first. */
    private static void checkBegun(Node process, Map<String, String> messages, Shelf shelf, Findings findings) {
        begins(process).forEach(start -> {
            String message = messages.getOrDefault(messageOf(start), "");
            shelf.all()
                    .flatMap(other -> other.processes().stream()
                            .filter(begun -> !begun.id().equals(process.id()))
                            .filter(begun -> begunBy(begun, other).anyMatch(message::equals)))
                    .findFirst()
                    .ifPresent(taken -> findings.fault(start, "message-start-taken", message, taken.id()));
        });
    }

    /** Who sends a message that begins a diagram of the release counts on it. */
    private static void checkStillBegun(Node process, Diagram diagram, Shelf shelf, Findings findings) {
        Set<String> now = begunBy(process, diagram).collect(Collectors.toSet());
        shelf.released(process.id())
                .ifPresent(released -> released.processes().stream()
                        .filter(before -> before.id().equals(process.id()))
                        .forEach(before -> {
                            begunBy(before, released)
                                    .filter(message -> !now.contains(message))
                                    .forEach(message -> findings.fault(process, "message-start-gone", message));
                            if (beginsByItself(before) && !beginsByItself(process)) {
                                findings.fault(process, "start-gone");
                            }
                        }));
    }

    private static boolean beginsByItself(Node process) {
        return process.children("startEvent")
                .anyMatch(start -> start.eventDefinition().isEmpty());
    }

    /** Names of the messages with which it begins. */
    private static Stream<String> begunBy(Node process, Diagram diagram) {
        Map<String, String> messages = diagram.names("message", "name");
        return begins(process).map(start -> messages.getOrDefault(messageOf(start), ""));
    }

    private static Stream<Node> begins(Node process) {
        return process.children("startEvent").filter(start -> !messageOf(start).isEmpty());
    }

    private static String messageOf(Node event) {
        return event.children("messageEventDefinition")
                .map(definition -> definition.attribute("messageRef"))
                .findFirst()
                .orElse("");
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
