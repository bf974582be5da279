package io.careloop.modeling.check;

import io.careloop.engine.ModelKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table counts at once, so it must answer what the application and the diagrams that run ask of it. */
final class TableUseCheck {

    private static final Set<String> ONE_COLUMN = Set.of("singleEntry", "collectEntries");
    private static final Pattern VARIABLE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    static void check(Node decision, Shelf shelf, Findings findings) {
        decision.children("decisionTable").forEach(table -> {
            released(decision.id(), shelf).ifPresent(released -> checkColumns(released, decision, table, findings));
            List<Task> tasks = tasks(decision.id(), shelf.unchanged());
            tasks.forEach(task -> checkTask(task, decision, table, shelf, findings));
            if (tasks.isEmpty() && tasks(decision.id(), shelf.all()).isEmpty()) {
                released(decision.id(), shelf).ifPresent(released -> checkFacts(released, decision, table, findings));
            }
        });
    }

    private static void checkColumns(Node released, Node decision, Node table, Findings findings) {
        Set<String> columns = table.children("output").map(Node::name).collect(Collectors.toSet());
        released.children("output")
                .map(Node::name)
                .filter(name -> !columns.contains(name))
                .forEach(name -> findings.fault(decision, "table-column-gone", name));
    }

    private static void checkTask(Task task, Node decision, Node table, Shelf shelf, Findings findings) {
        if (ONE_COLUMN.contains(task.node().camunda("mapDecisionResult"))
                && table.children("output").count() > 1) {
            findings.fault(
                    decision,
                    "table-several",
                    task.process().name(),
                    task.node().name());
        }
        Set<String> told = asked(task.diagram(), shelf);
        KnownVariables known = KnownVariables.of(task.process(), task.diagram(), shelf);
        reading(decision, table)
                .filter(input -> !told.contains(variableOf(input)) && !known.has(variableOf(input)))
                .forEach(input -> findings.fault(
                        input.id(),
                        input.attribute("label"),
                        "table-variable",
                        variableOf(input),
                        task.process().name(),
                        task.node().name()));
    }

    /** What the application tells a table, the release's table reads. */
    private static void checkFacts(Node released, Node decision, Node table, Findings findings) {
        List<String> told =
                released.children("input").map(TableUseCheck::variableOf).toList();
        reading(decision, table)
                .filter(input -> !told.contains(variableOf(input)))
                .forEach(input -> findings.fault(
                        input.id(),
                        input.attribute("label"),
                        "table-fact",
                        variableOf(input),
                        String.join(", ", told)));
    }

    /** The input columns that read one variable as it is; what a table before this one answers is none. */
    private static Stream<Node> reading(Node decision, Node table) {
        return decision.children("informationRequirement").findAny().isPresent()
                ? Stream.empty()
                : table.children("input")
                        .filter(input -> VARIABLE.matcher(variableOf(input)).matches());
    }

    /** What the tables that a diagram asks read already, its cases have. */
    private static Set<String> asked(Diagram diagram, Shelf shelf) {
        return diagram.nodes("businessRuleTask").stream()
                .map(task -> task.camunda("decisionRef"))
                .flatMap(key -> shelf.runningDecision(key).stream())
                .flatMap(decision -> decision.children("decisionTable"))
                .flatMap(table -> table.children("input"))
                .map(TableUseCheck::variableOf)
                .collect(Collectors.toSet());
    }

    private static Optional<Node> released(String key, Shelf shelf) {
        return shelf.surroundings()
                .released(ModelKind.TABLE, key)
                .flatMap(file -> Shelf.decisionIn(file, key))
                .flatMap(decision -> decision.children("decisionTable").findFirst());
    }

    private static List<Task> tasks(String decision, Stream<Diagram> diagrams) {
        return diagrams.flatMap(diagram -> diagram.processes().stream()
                        .flatMap(process -> process.all()
                                .filter(node -> node.is("businessRuleTask")
                                        && node.camunda("decisionRef").equals(decision)
                                        && node.camunda("decisionRefBinding").matches("|latest"))
                                .map(node -> new Task(diagram, process, node))))
                .toList();
    }

    private static String variableOf(Node input) {
        return input.children("inputExpression")
                .map(Tables::textOf)
                .findFirst()
                .orElse("")
                .strip();
    }

    private record Task(Diagram diagram, Node process, Node node) {}

    private TableUseCheck() {}
}
