package io.careloop.modeling.version;

import io.careloop.modeling.check.Node;
import io.careloop.modeling.check.XmlFiles;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The ways in which a diagram begins. The engine listens for the messages and timers of the newest version alone, and the
 * Tasklist shows its form; so another version can take a new case over only if it begins in the same ways.
 */
final class Starts {

    private static final Set<String> NAMED = Set.of("message", "signal");

    /** @param waitsFor message, signal, timer or condition; empty for none. @param form empty for none */
    record Start(String id, String kind, String waitsFor, String form) {}

    /** Empty if the process is not in the file. */
    static Set<Start> of(byte[] diagram, String key) {
        Node file = XmlFiles.read(diagram);
        Map<String, String> names = file.children()
                .filter(child -> NAMED.contains(child.type()))
                .collect(Collectors.toMap(Node::id, Node::name, (first, second) -> first));
        return file.children("process")
                .filter(process -> process.id().equals(key))
                .flatMap(process -> process.children("startEvent"))
                .map(event -> start(event, names))
                .collect(Collectors.toSet());
    }

    private static Start start(Node event, Map<String, String> names) {
        String form = event.camunda("formRef") + event.camunda("formKey");
        return event.eventDefinition()
                .map(waits -> new Start(event.id(), waits.type(), waitsFor(waits, names), form))
                .orElseGet(() -> new Start("", "", "", form));
    }

    private static String waitsFor(Node definition, Map<String, String> names) {
        String reference = definition.attribute("messageRef") + definition.attribute("signalRef");
        return reference.isEmpty()
                ? definition.all().map(Node::text).collect(Collectors.joining())
                : names.getOrDefault(reference, "");
    }

    private Starts() {}
}
