package io.careloop.modeling.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table that comes with the release is asked by diagrams and by the application: its results keep their names and kinds,
 * and it reads what those who ask it know. What else it says, and by which rules, is its owner's.
 */
final class TableContract {

    private static final Set<String> NUMBERS = Set.of("integer", "long", "double", "number");
    private static final Set<String> LISTS = Set.of("COLLECT", "RULE ORDER", "OUTPUT ORDER");

    private final Node released;
    private final Node decision;
    private final Findings findings;

    static void check(Node decision, Shelf shelf, Findings findings) {
        shelf.releasedTable(decision.id()).ifPresent(released -> {
            if (decision.children("decisionTable").findAny().isEmpty()) {
                findings.fault(decision, "table-needed");
            } else {
                new TableContract(released, decision, findings).check(shelf);
            }
        });
    }

    private TableContract(Node released, Node decision, Findings findings) {
        this.released = table(released);
        this.decision = decision;
        this.findings = findings;
    }

    private void check(Shelf shelf) {
        Node table = table(decision);
        checkResults(table);
        checkInputs(table, shelf);
        if (isList(table) != isList(released) || !aggregation(table).equals(aggregation(released))) {
            findings.fault(table.id(), decision.name(), "hit-policy-changed", policy(table), policy(released));
        }
        if (Tables.hasRuleForAllElse(released) && !Tables.hasRuleForAllElse(table)) {
            findings.fault(decision, "rule-else-gone");
        }
    }

    private void checkResults(Node table) {
        Map<String, Node> results = byKey(table, "output", Node::name);
        byKey(released, "output", Node::name).forEach((name, before) -> {
            Node now = results.get(name);
            if (now == null) {
                findings.fault(decision, "result-gone", name);
            } else {
                checkType(now, now.attribute("typeRef"), before.attribute("typeRef"));
            }
        });
        if (released.children("output").count() == 1 && results.size() > 1) {
            findings.fault(decision, "result-more", decision.id());
        }
    }

    private void checkInputs(Node table, Shelf shelf) {
        Map<String, Node> before = byKey(released, "input", Tables::reads);
        byKey(table, "input", Tables::reads).forEach((name, now) -> {
            if (before.containsKey(name)) {
                checkType(now, Tables.typeOf(now), Tables.typeOf(before.get(name)));
            } else if (name.matches("\\w+") && !isKnown(name, shelf)) {
                findings.unknown(now.id(), now.attribute("label"), "input-unasked", name, before.keySet());
            }
        });
    }

    /** Diagrams hand over all their variables, the application what the release's table reads. */
    private boolean isKnown(String name, Shelf shelf) {
        List<KnownVariables> asking = shelf.asking(decision.id())
                .map(process -> KnownVariables.of(process.process(), process.diagram(), shelf))
                .toList();
        return !asking.isEmpty() && asking.stream().allMatch(known -> known.has(name));
    }

    private void checkType(Node column, String now, String before) {
        if (!now.equals(before) && !(NUMBERS.contains(now) && NUMBERS.contains(before))) {
            findings.fault(column.id(), column.attribute("label"), "column-type", now, before);
        }
    }

    private static Node table(Node decision) {
        return decision.children("decisionTable").findFirst().orElseThrow();
    }

    private static Map<String, Node> byKey(Node table, String type, Function<Node, String> key) {
        return table.children(type).collect(Collectors.toMap(key, node -> node, (first, second) -> first));
    }

    private static boolean isList(Node table) {
        return LISTS.contains(table.attribute("hitPolicy"));
    }

    private static String aggregation(Node table) {
        return table.attribute("aggregation");
    }

    private static String policy(Node table) {
        return table.attribute("hitPolicy").isEmpty()
                ? "UNIQUE"
                : (table.attribute("hitPolicy") + " " + aggregation(table)).strip();
    }
}
