package io.careloop.modeling.check;

import io.careloop.engine.DiagramOutput;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The variables that a process can have: set by what stands in its diagram, handed over by a diagram that calls it, or
 * read by it in the release already, since whoever starts it then sets them.
 */
final class KnownVariables {

    /** The engine sets them for repeated activities, and every case has the last two. */
    private static final Set<String> ALWAYS = Set.of(
            "loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "reference", "owner");

    private static final Set<String> SETTING = Set.of(
            "resultVariable",
            "elementVariable",
            "initiator",
            "errorCodeVariable",
            "errorMessageVariable",
            "escalationCodeVariable");

    private final Shelf shelf;
    private final Set<String> names = new HashSet<>(ALWAYS);
    private final Set<String> setHere = new HashSet<>();
    private final Set<String> askedFor = new HashSet<>();
    private boolean open;

    static KnownVariables of(Node process, Diagram diagram, Shelf shelf) {
        KnownVariables known = new KnownVariables(shelf);
        process.all().forEach(known::addSetBy);
        known.setHere.addAll(known.names);
        shelf.all().forEach(caller -> known.addHandedOver(process.id(), caller));
        shelf.earlier(process.id()).forEach(known::addRead);
        known.addOfMessages(diagram);
        return known;
    }

    private KnownVariables(Shelf shelf) {
        this.shelf = shelf;
    }

    /** One may also come in with all others of another diagram. */
    boolean has(String name) {
        return open || names.contains(name) || askedFor.contains(name);
    }

    /** Whether something in the diagram itself sets it, beside forms. */
    boolean isSetWithoutForm(String name) {
        return setHere.contains(name);
    }

    Set<String> names() {
        return Stream.concat(names.stream(), askedFor.stream()).collect(Collectors.toSet());
    }

    private void addSetBy(Node node) {
        node.attributes().stream()
                .filter(attribute -> SETTING.contains(attribute.getLocalName()))
                .forEach(attribute -> names.add(attribute.getValue()));
        switch (node.type()) {
            case "inputParameter", "outputParameter" -> names.add(node.attribute("name"));
            case "formField" -> names.add(node.id());
            case "out" -> addMapped(node);
            default -> addOfCallAndForm(node);
        }
    }

    private void addOfCallAndForm(Node node) {
        if (!node.camunda("formRef").isEmpty()) {
            shelf.form(node.camunda("formRef"))
                    .ifPresent(form -> askedFor.addAll(FormCheck.variables(form.path("components"))));
        }
        shelf.callOf(node)
                .ifPresent(call ->
                        Arrays.stream(call.outputs()).map(DiagramOutput::name).forEach(names::add));
    }

    private void addMapped(Node mapping) {
        open |= mapping.attribute("variables").equals("all");
        names.add(mapping.attribute("target"));
    }

    /** An expression may call any diagram, this one too. */
    private void addHandedOver(String process, Diagram caller) {
        caller.nodes("callActivity").stream()
                .filter(call -> call.attribute("calledElement").equals(process)
                        || Expressions.isExpression(call.attribute("calledElement")))
                .flatMap(call -> call.extensions("in"))
                .forEach(this::addMapped);
    }

    private void addRead(Diagram earlier) {
        KnownVariables set = new KnownVariables(shelf);
        Set<String> asked = asked(earlier);
        earlier.definitions().all().forEach(set::addSetBy);
        Stream.concat(
                        earlier.definitions().all().flatMap(KnownVariables::readBy),
                        earlier.nodes().stream().flatMap(this::readByCalled))
                .filter(name -> !set.names.contains(name) && !asked.contains(name))
                .forEach(names::add);
    }

    /** What a task calls, or the table that it asks, reads of the case. */
    private Stream<String> readByCalled(Node node) {
        return Stream.concat(
                shelf.callOf(node).stream().flatMap(call -> Arrays.stream(call.reads())),
                shelf.releasedTable(node.camunda("decisionRef")).stream()
                        .flatMap(decision -> decision.children("decisionTable"))
                        .flatMap(table -> table.children("input"))
                        .map(Tables::reads));
    }

    private Set<String> asked(Diagram diagram) {
        return diagram.nodes().stream()
                .flatMap(node -> shelf.formBefore(node.camunda("formRef")).stream())
                .flatMap(form -> FormCheck.variables(form.path("components")).stream())
                .collect(Collectors.toSet());
    }

    /** What another diagram that waits for the same message reads has come with the message. */
    private void addOfMessages(Diagram diagram) {
        Map<String, String> own = diagram.names("message", "name");
        if (!own.isEmpty()) {
            shelf.all()
                    .filter(other -> other != diagram)
                    .filter(other ->
                            other.names("message", "name").values().stream().anyMatch(own::containsValue))
                    .flatMap(other -> other.definitions().all())
                    .flatMap(KnownVariables::readBy)
                    .forEach(names::add);
        }
    }

    /** Names in expressions, and what is handed to another diagram or repeated over. */
    static Stream<String> readBy(Node node) {
        Stream<String> plain = Stream.of("source", "collection")
                .flatMap(name -> Stream.of(node.attribute(name), node.camunda(name)))
                .filter(name -> name.matches("\\w+"));
        return Stream.concat(plain, expressionsOf(node).flatMap(text -> Expressions.variablesOf(text).stream()));
    }

    /** But what it calls. */
    static Stream<String> expressionsOf(Node node) {
        return Stream.concat(
                        node.attributes().stream()
                                .filter(attribute -> !attribute.getLocalName().equals("delegateExpression"))
                                .map(org.w3c.dom.Attr::getValue),
                        Stream.of(node.text()))
                .filter(Expressions::isExpression);
    }
}
