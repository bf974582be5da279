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

    private static void checkCall(Node node, KnownVariables known, Shelf shelf, Findings findings) {
        shelf.callOf(node)
                .ifPresent(call -> Arrays.stream(call.reads())
                        .filter(name -> !known.has(name))
                        .forEach(name -> findings.fault(node, "variable-needed", call.name(), name)));
    }
}
