package io.careloop.modeling.check;

import org.w3c.dom.Attr;

/** Every expression, wherever it stands, reads variables and nothing else. */
class ExpressionCheck implements DiagramCheck {

    private final Rules rules;

    ExpressionCheck(Rules rules) {
        this.rules = rules;
    }

    @Override
    public void check(Diagram diagram, Shelf shelf, Findings findings) {
        Expressions expressions = new Expressions(rules.expressions(), shelf.surroundings()::isBean);
        diagram.definitions().all().filter(node -> !isProse(node)).forEach(node -> check(node, expressions, findings));
        diagram.definitions()
                .all()
                .filter(node -> node.is("conditionExpression"))
                .filter(node -> !Expressions.isExpression(node.text()))
                .filter(node -> node.attribute("language").isEmpty())
                .forEach(node -> findings.fault(node, "condition", node.text()));
    }

    /** Of a task for people, the engine evaluates the documentation as well. */
    static boolean isProse(Node node) {
        return node.is("text")
                || node.is("documentation")
                        && node.parent().filter(parent -> parent.is("userTask")).isEmpty();
    }

    private static void check(Node node, Expressions expressions, Findings findings) {
        node.attributes().stream()
                // those are looked at by the check of what is called
                .filter(attribute -> !attribute.getLocalName().equals("delegateExpression"))
                .map(Attr::getValue)
                .forEach(value -> check(node, value, expressions, findings));
        check(node, node.text(), expressions, findings);
    }

    private static void check(Node node, String text, Expressions expressions, Findings findings) {
        if (Expressions.isExpression(text)) {
            expressions
                    .problemsOf(text)
                    .forEach(problem -> findings.fault(node, problem.code(), problem.argument(), text));
        }
    }
}
