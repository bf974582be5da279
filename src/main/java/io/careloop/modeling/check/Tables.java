package io.careloop.modeling.check;

import java.util.stream.Stream;

/** What can be seen of a decision table without evaluating it. */
final class Tables {

    /** Whether a rule without any condition takes what no other rule does. */
    static boolean hasRuleForAllElse(Node table) {
        return table.children("rule").anyMatch(Tables::fitsAll);
    }

    /** What an input column looks at; empty for nothing. */
    static String reads(Node input) {
        return expression(input).map(Tables::textOf).findFirst().orElse("");
    }

    /** The type of what an input column looks at; empty for none. */
    static String typeOf(Node input) {
        return expression(input)
                .map(node -> node.attribute("typeRef"))
                .findFirst()
                .orElse("");
    }

    private static Stream<Node> expression(Node input) {
        return input.children("inputExpression");
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
