package io.careloop.modeling.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBoolean;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * What the conditions of a diagram say about single variables. Of each variable only the values matter that some
 * condition names, and whether it has any other.
 */
final class Conditions {

    static final String TRUE = "true";
    private static final String OTHER = "\u0000other";

    private final Map<String, Set<String>> domains = new HashMap<>();

    /** @param values of the variable with which a condition holds */
    record Fact(String variable, Set<String> values) {}

    Conditions(Diagram diagram) {
        diagram.flows().forEach(flow -> parsed(flow).ifPresent(this::collect));
    }

    /** What must be so for the flow to be taken; empty if that is no matter of one variable. */
    Optional<Fact> of(io.careloop.modeling.check.Node flow) {
        return parsed(flow).flatMap(this::fact);
    }

    Set<String> domain(String variable) {
        return domains.getOrDefault(variable, Set.of(TRUE, "false", OTHER));
    }

    /** The variables that must all be true for the flow to be taken; empty if it says anything else. */
    Set<String> allTrue(io.careloop.modeling.check.Node flow) {
        Set<String> variables = new HashSet<>();
        return parsed(flow).filter(node -> areAllTrue(node, variables)).isPresent() ? variables : Set.of();
    }

    private static Optional<Node> parsed(io.careloop.modeling.check.Node flow) {
        return flow.children("conditionExpression")
                .map(io.careloop.modeling.check.Node::text)
                .filter(Expressions::isExpression)
                .findFirst()
                .flatMap(text -> {
                    try {
                        return Optional.of(Expressions.parse(text));
                    } catch (TreeBuilderException e) {
                        // the check of expressions says so
                        return Optional.empty();
                    }
                });
    }

    private void collect(Node node) {
        if (node instanceof AstIdentifier identifier) {
            values(identifier.getName());
        }
        if (isComparison(node)) {
            values(((AstIdentifier) node.getChild(0)).getName()).add(literal(node.getChild(1)));
        }
        for (int i = 0; i < node.getCardinality(); i++) {
            collect(node.getChild(i));
        }
    }

    private Set<String> values(String variable) {
        return domains.computeIfAbsent(variable, name -> new HashSet<>(Set.of(TRUE, "false", OTHER)));
    }

    private Optional<Fact> fact(Node node) {
        if (node instanceof AstEval || node instanceof AstNested) {
            return fact(node.getChild(0));
        }
        if (node instanceof AstIdentifier identifier) {
            return Optional.of(new Fact(identifier.getName(), Set.of(TRUE)));
        }
        if (node instanceof AstUnary unary && unary.getOperator() == AstUnary.NOT) {
            return fact(node.getChild(0)).map(this::not);
        }
        if (isComparison(node)) {
            Fact equal = new Fact(((AstIdentifier) node.getChild(0)).getName(), Set.of(literal(node.getChild(1))));
            return Optional.of(((AstBinary) node).getOperator() == AstBinary.EQ ? equal : not(equal));
        }
        return node instanceof AstBinary binary ? joined(binary) : Optional.empty();
    }

    private Optional<Fact> joined(AstBinary binary) {
        Optional<Fact> left = fact(binary.getChild(0));
        Optional<Fact> right = fact(binary.getChild(1));
        boolean and = binary.getOperator() == AstBinary.AND;
        if (left.isEmpty()
                || right.isEmpty()
                || !left.get().variable().equals(right.get().variable())
                || !and && binary.getOperator() != AstBinary.OR) {
            return Optional.empty();
        }
        Set<String> values = new HashSet<>(left.get().values());
        if (and) {
            values.retainAll(right.get().values());
        } else {
            values.addAll(right.get().values());
        }
        return Optional.of(new Fact(left.get().variable(), values));
    }

    private Fact not(Fact fact) {
        Set<String> values = new HashSet<>(domain(fact.variable()));
        values.removeAll(fact.values());
        return new Fact(fact.variable(), values);
    }

    private static boolean isComparison(Node node) {
        return node instanceof AstBinary binary
                && (binary.getOperator() == AstBinary.EQ || binary.getOperator() == AstBinary.NE)
                && node.getChild(0) instanceof AstIdentifier
                && (node.getChild(1) instanceof AstString || node.getChild(1) instanceof AstBoolean);
    }

    private static String literal(Node node) {
        return node.toString().replaceAll("^[\"']|[\"']$", "");
    }

    private static boolean areAllTrue(Node node, Set<String> variables) {
        if (node instanceof AstEval || node instanceof AstNested) {
            return areAllTrue(node.getChild(0), variables);
        }
        if (node instanceof AstIdentifier identifier) {
            variables.add(identifier.getName());
            return true;
        }
        return node instanceof AstBinary binary
                && binary.getOperator() == AstBinary.AND
                && areAllTrue(binary.getChild(0), variables)
                && areAllTrue(binary.getChild(1), variables);
    }
}
