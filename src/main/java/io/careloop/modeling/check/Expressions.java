package io.careloop.modeling.check;

import io.careloop.engine.DiagramNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstProperty;
import org.camunda.bpm.impl.juel.AstString;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/** Takes expressions apart by the engine's own grammar, and says what in them reaches into the application. */
final class Expressions {

    private static final Builder GRAMMAR = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    /** What the engine itself puts beside the variables of a case, and through which all of it could be reached. */
    private static final Set<String> ENGINE_OBJECTS = Set.of("execution", "task", "caseExecution", "externalTask");

    private final DiagramNames allowed;
    private final Predicate<String> isBean;

    /** @param argument what of the expression is meant */
    record Problem(String code, String argument) {}

    Expressions(DiagramNames allowed, Predicate<String> isBean) {
        this.allowed = allowed;
        this.isBean = isBean;
    }

    /** Whether the engine would evaluate it. */
    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** @throws TreeBuilderException if it does not follow the grammar */
    static Node parse(String text) {
        return GRAMMAR.build(text).getRoot();
    }

    List<Problem> problemsOf(String text) {
        List<Problem> problems = new ArrayList<>();
        try {
            visit(parse(text), problems);
        } catch (TreeBuilderException e) {
            problems.add(new Problem("expression-grammar", text));
        }
        return problems;
    }

    /** Variables that the text reads; none of one that does not follow the grammar, which {@link #problemsOf} says. */
    static Set<String> variablesOf(String text) {
        Set<String> names = new LinkedHashSet<>();
        if (isExpression(text)) {
            try {
                collect(parse(text), names);
            } catch (TreeBuilderException e) {
                return Set.of();
            }
        }
        names.removeAll(ENGINE_OBJECTS);
        return names;
    }

    private static void collect(Node node, Set<String> names) {
        if (node instanceof AstIdentifier identifier) {
            names.add(identifier.getName());
        }
        for (int i = 0; i < node.getCardinality(); i++) {
            collect(node.getChild(i), names);
        }
    }

    private void visit(Node node, List<Problem> problems) {
        String path = path(node);
        if (node instanceof AstMethod) {
            problems.add(
                    new Problem("expression-call", node.getChild(0).toString().replaceFirst("^\\. ", "")));
        } else if (node instanceof AstFunction function && !allowed.functions().contains(function.getName())) {
            problems.add(new Problem("expression-function", function.getName()));
        } else if (path != null && allowed.properties().contains(path)) {
            return;
        } else if (node instanceof AstDot dot && propertyOf(dot).equals("class") || isClassInBrackets(node)) {
            problems.add(new Problem("expression-call", "class"));
        } else if (node instanceof AstIdentifier identifier) {
            visit(identifier, problems);
        } else if (node instanceof AstProperty && path != null && isEngineObject(path)) {
            problems.add(new Problem("expression-engine", path));
            return;
        }
        for (int i = 0; i < node.getCardinality(); i++) {
            visit(node.getChild(i), problems);
        }
    }

    private void visit(AstIdentifier identifier, List<Problem> problems) {
        String name = identifier.getName();
        if (ENGINE_OBJECTS.contains(name)) {
            problems.add(new Problem("expression-engine", name));
        } else if (isBean.test(name) && !allowed.beans().contains(name)) {
            problems.add(new Problem("expression-bean", name));
        }
    }

    private static boolean isEngineObject(String path) {
        return ENGINE_OBJECTS.contains(path.substring(0, path.indexOf('.')));
    }

    private static boolean isClassInBrackets(Node node) {
        return node instanceof AstBracket
                && node.getChild(1) instanceof AstString text
                && text.toString().replaceAll("[\"']", "").equals("class");
    }

    /** Such as {@code execution.processBusinessKey}; null for anything but names with dots between. */
    private static String path(Node node) {
        if (node instanceof AstDot dot) {
            Node before = dot.getChild(0);
            String start = before instanceof AstIdentifier identifier ? identifier.getName() : path(before);
            return start == null ? null : start + "." + propertyOf(dot);
        }
        return null;
    }

    private static String propertyOf(AstDot dot) {
        return dot.toString().replaceFirst("^\\. ", "");
    }
}
