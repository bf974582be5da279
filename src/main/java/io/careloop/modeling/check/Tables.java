package io.careloop.modeling.check;

/** What can be seen of a decision table without evaluating it. */
final class Tables {

    /** Whether a rule without any condition takes what no other rule does. */
    static boolean hasRuleForAllElse(Node table) {
        return table.children("rule").anyMatch(Tables::fitsAll);
    }

    static boolean fitsAll(Node rule) {
        return rule.children("inputEntry").map(Tables::textOf).allMatch(text -> text.isEmpty() || text.equals("-"));
    }

    /** The expression of an entry, a column or a literal. */
    static String textOf(Node expression) {
        return expression.children("text").map(Node::text).findFirst().orElse("");
    }

    private Tables() {}
}
