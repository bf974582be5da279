package io.careloop.modeling.check;

import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/** A decision table is read as the engine reads it, and every cell of it is understood before a case needs it. */
class TableCheck {

    private static final Pattern FEEL =
            Pattern.compile("(?i)feel|https?://www\\.omg\\.org/spec/(DMN/\\d+/)?FEEL/?(\\d+/?)?");

    private final Rules rules;
    private static final String DMN = "omg.org/spec/DMN/";
    private static final Set<String> NAMED = Set.of("decision", "input", "output", "rule");

    private final FeelEngineApi feel = FeelEngineBuilder.forJava().build();
    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    TableCheck(Rules rules) {
        this.rules = rules;
    }

    /** @throws UnreadableFileException if it is no DMN */
    static Node read(byte[] content) {
        Node root = XmlFiles.read(content);
        String namespace = String.valueOf(root.xml().getNamespaceURI());
        if (!root.is("definitions") || !namespace.contains(DMN)) {
            throw new UnreadableFileException("it is not DMN");
        }
        return root;
    }

    void check(Node definitions, byte[] content, Shelf shelf, Findings findings) {
        definitions.all().forEach(node -> checkLanguage(node, findings));
        definitions.children("decision").forEach(decision -> checkDecision(decision, shelf, findings));
        if (definitions.children("decision").findAny().isEmpty()) {
            findings.fault("no-decision");
        }
        try {
            engine.parseDecisions(new ByteArrayInputStream(content));
        } catch (DmnEngineException e) {
            findings.fault("table-structure", reason(e));
        }
    }

    private static void checkLanguage(Node node, Findings findings) {
        String language = node.attribute("expressionLanguage");
        if (!language.isEmpty() && !FEEL.matcher(language).matches()) {
            findings.fault(named(node), "table-language", language);
        }
    }

    private void checkDecision(Node decision, Shelf shelf, Findings findings) {
        if (decision.name().isEmpty()) {
            findings.fault(decision, "name");
        }
        HistoryCheck.check(
                decision,
                decision.xml()
                        .getAttributeNS("http://camunda.org/schema/1.0/dmn", "historyTimeToLive")
                        .strip(),
                rules.historyAtLeastDays(),
                findings);
        decision.children("literalExpression")
                .forEach(literal -> checkParsed(
                        decision, Tables.textOf(literal), feel.parseExpression(Tables.textOf(literal)), findings));
        TableContract.check(decision, shelf, findings);
        decision.children("decisionTable").forEach(table -> {
            checkTable(table, namesIn(decision), findings);
            new ResultValues(rules.results(), decision.id(), shelf, findings).check(table);
        });
    }

    /** What its cells may read: the columns' variables, the decisions that it asks, and whatever its columns look at. */
    private Set<String> namesIn(Node decision) {
        Set<String> names = new HashSet<>();
        decision.children("decisionTable")
                .flatMap(table -> table.children("input"))
                .forEach(input -> {
                    names.addAll(FeelNames.in(feel.parseExpression(Tables.reads(input))));
                    names.add(input.xml().getAttributeNS("http://camunda.org/schema/1.0/dmn", "inputVariable"));
                });
        decision.parent().orElseThrow().children("decision").forEach(other -> names.add(other.id()));
        decision.parent()
                .orElseThrow()
                .all()
                .filter(node -> node.is("output") || node.is("variable") || node.is("inputData"))
                .forEach(node -> names.add(node.name()));
        return names;
    }

    private void checkTable(Node table, Set<String> names, Findings findings) {
        TableRules.check(table, feel, findings);
        table.children("input").forEach(input -> checkInput(input, findings));
        table.children("output").forEach(output -> {
            if (output.name().isEmpty()) {
                findings.fault(output.id(), output.attribute("label"), "output-name");
            }
        });
        table.children("rule").forEach(rule -> {
            rule.children("inputEntry")
                    .filter(entry -> !Tables.textOf(entry).isEmpty())
                    .forEach(entry -> checkParsed(
                            rule, Tables.textOf(entry), feel.parseUnaryTests(Tables.textOf(entry)), names, findings));
            rule.children("outputEntry")
                    .filter(entry -> !Tables.textOf(entry).isEmpty())
                    .forEach(entry -> checkParsed(
                            rule, Tables.textOf(entry), feel.parseExpression(Tables.textOf(entry)), names, findings));
        });
    }

    private void checkInput(Node input, Findings findings) {
        String expression = Tables.reads(input);
        if (expression.isEmpty()) {
            findings.fault(input.id(), input.attribute("label"), "input-expression");
        } else {
            ParseResult parsed = feel.parseExpression(expression);
            if (parsed.isFailure()) {
                findings.fault(input.id(), input.attribute("label"), "feel", expression);
            }
        }
        if (input.attribute("label").isEmpty()) {
            findings.hint(input, "input-label");
        }
    }

    private static void checkParsed(Node node, String text, ParseResult parsed, Findings findings) {
        if (parsed.isFailure()) {
            findings.fault(node.id(), nameOf(node), "feel", text);
        }
    }

    private static void checkParsed(Node rule, String text, ParseResult parsed, Set<String> known, Findings findings) {
        checkParsed(rule, text, parsed, findings);
        FeelNames.in(parsed).stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> findings.fault(rule.id(), nameOf(rule), "feel-name", name, text));
    }

    private static String nameOf(Node node) {
        return node.is("rule") ? TableRules.nameOf(node) : node.name();
    }

    private static Node named(Node node) {
        Node named = node;
        while (!NAMED.contains(named.type()) && named.parent().isPresent()) {
            named = named.parent().orElseThrow();
        }
        return named;
    }

    private static String reason(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
