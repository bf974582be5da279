package io.careloop.modeling.check;

import java.util.Arrays;

/** What is read has been set: a limit, a choice, or what a task calls needs; else a case would stop there. */
class VariableCheck implements DiagramCheck {

    @Override
    public void check(Diagram diagram, Shelf shelf, Findings findings) {
        for (Node process : diagram.processes()) {
            KnownVariables known = KnownVariables.of(process, diagram, shelf);
            process.all().filter(node -> !ExpressionCheck.isProse(node)).forEach(node -> {
                checkExpressions(node, known, shelf, findings);
                checkCall(node, known, shelf, findings);
                checkCollection(node, known, findings);
                checkAsked(node, known, shelf, findings);
            });
        }
    }

    private static void checkExpressions(Node node, KnownVariables known, Shelf shelf, Findings findings) {
        KnownVariables.expressionsOf(node)
                .forEach(text -> Expressions.variablesOf(text).stream()
                        .filter(name -> !known.has(name))
                        // one that is a part of the application is refused for that
                        .filter(name -> !shelf.surroundings().isBean(name))
                        .forEach(name -> findings.unknown(node, "variable", name, known.names(), text)));
    }

    private static void checkCollection(Node node, KnownVariables known, Findings findings) {
        String collection = node.camunda("collection");
        if (collection.matches("\\w+") && !known.has(collection)) {
            findings.unknown(node, "variable", collection, known.names(), collection);
        }
    }

    /** A table would find nothing where it looks for it, and answer as if there were nothing. */
    private static void checkAsked(Node node, KnownVariables known, Shelf shelf, Findings findings) {
        shelf.decision(node.camunda("decisionRef"))
                .ifPresent(decision -> decision.children("decisionTable")
                        .flatMap(table -> table.children("input"))
                        .map(Tables::reads)
                        .filter(name -> name.matches("[A-Za-z_]\\w*") && !known.has(name))
                        .forEach(name -> findings.fault(node, "variable-needed", decision.name(), name)));
    }

    private static void checkCall(Node node, KnownVariables known, Shelf shelf, Findings findings) {
        shelf.callOf(node)
                .ifPresent(call -> Arrays.stream(call.reads())
                        .filter(name -> !known.has(name))
                        .forEach(name -> findings.fault(node, "variable-needed", call.name(), name)));
    }
}
