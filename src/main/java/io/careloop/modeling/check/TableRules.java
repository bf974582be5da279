package io.careloop.modeling.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.feel.api.FeelEngineApi;

/** Whether the rules of a table fit its columns and its hit policy. */
final class TableRules {

    private static final Set<String> HIT_POLICIES = Set.of("UNIQUE", "FIRST", "ANY", "COLLECT", "RULE ORDER");
    private static final Map<String, Pattern> WRITTEN = Map.of(
            "boolean", Pattern.compile("true|false"),
            "integer", Pattern.compile("-?\\d+"),
            "long", Pattern.compile("-?\\d+"),
            "double", Pattern.compile("-?\\d*\\.?\\d+"),
            "number", Pattern.compile("-?\\d*\\.?\\d+"),
            "string", Pattern.compile("(?s)\".*\""));
    private static final Pattern LITERAL = Pattern.compile("(?s)\"[^\"]*\"|true|false|-?\\d*\\.?\\d+");

    static void check(Node table, FeelEngineApi feel, Findings findings) {
        checkHitPolicy(table, feel, findings);
        List<Node> inputs = table.children("input").toList();
        List<Node> outputs = table.children("output").toList();
        table.children("rule").forEach(rule -> {
            List<Node> results = rule.children("outputEntry").toList();
            if (rule.children("inputEntry").count() != inputs.size() || results.size() != outputs.size()) {
                findings.fault(rule.id(), nameOf(rule), "rule-columns", inputs.size(), outputs.size());
                return;
            }
            checkConditions(rule, inputs, findings);
            for (int i = 0; i < results.size(); i++) {
                checkResult(rule, Tables.textOf(results.get(i)), outputs.get(i), findings);
            }
        });
    }

    private static void checkHitPolicy(Node table, FeelEngineApi feel, Findings findings) {
        String policy = table.attribute("hitPolicy").isEmpty() ? "UNIQUE" : table.attribute("hitPolicy");
        if (!HIT_POLICIES.contains(policy)) {
            findings.fault(
                    table,
                    "hit-policy",
                    policy,
                    String.join(", ", HIT_POLICIES.stream().sorted().toList()));
        }
        List<Node> rules = table.children("rule").toList();
        if (rules.isEmpty()) {
            findings.fault(table.parent().orElse(table), "rules-none");
        }
        switch (policy) {
            case "UNIQUE" -> checkUnique(table, feel, findings);
            case "ANY" -> checkAny(rules, new Overlaps(table, feel), findings);
            case "FIRST" -> checkReached(rules, findings);
            default -> {
                // several rules may fit
            }
        }
    }

    /** What two rules say in the same words fits both at once; the engine would refuse the answer. */
    private static void checkUnique(Node table, FeelEngineApi feel, Findings findings) {
        List<Node> rules = table.children("rule").toList();
        Overlaps overlaps = new Overlaps(table, feel);
        Map<List<String>, Node> seen = new HashMap<>();
        for (Node rule : rules) {
            List<String> conditions = rule.children("inputEntry")
                    .map(Tables::textOf)
                    .map(text -> text.equals("-") ? "" : text)
                    .toList();
            boolean fitsAll = conditions.stream().allMatch(String::isEmpty) && rules.size() > 1;
            if (fitsAll || seen.putIfAbsent(conditions, rule) != null || overlapsEarlier(rule, rules, overlaps)) {
                findings.fault(rule.id(), nameOf(rule), "rule-not-unique");
            }
        }
    }

    private static boolean overlapsEarlier(Node rule, List<Node> rules, Overlaps overlaps) {
        int at = rules.indexOf(rule);
        return IntStream.range(0, at).anyMatch(earlier -> overlaps.overlap(earlier, at));
    }

    /** Of several that fit at once, all must say the same. */
    private static void checkAny(List<Node> rules, Overlaps overlaps, Findings findings) {
        for (int i = 1; i < rules.size(); i++) {
            int at = i;
            Node rule = rules.get(i);
            if (IntStream.range(0, i)
                    .anyMatch(earlier -> overlaps.overlap(earlier, at)
                            && !results(rules.get(earlier)).equals(results(rule)))) {
                findings.fault(rule.id(), nameOf(rule), "rule-not-any");
            }
        }
    }

    private static List<String> results(Node rule) {
        return rule.children("outputEntry").map(Tables::textOf).toList();
    }

    /** The first that fits wins, so nothing comes after one that always fits. */
    private static void checkReached(List<Node> rules, Findings findings) {
        rules.stream()
                .filter(Tables::fitsAll)
                .findFirst()
                .ifPresent(all -> rules.stream()
                        .skip(rules.indexOf(all) + 1L)
                        .forEach(rule -> findings.fault(rule.id(), nameOf(rule), "rule-unreached", nameOf(all))));
    }

    /** A text in a column of numbers, or a number in one of texts, never fits. */
    private static void checkConditions(Node rule, List<Node> inputs, Findings findings) {
        List<Node> cells = rule.children("inputEntry").toList();
        for (int i = 0; i < cells.size(); i++) {
            String type = Tables.typeOf(inputs.get(i));
            Pattern written = WRITTEN.get(type);
            String cell = Tables.textOf(cells.get(i));
            boolean wrong = written != null
                    && Arrays.stream(cell.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                            .map(part -> part.strip().replaceFirst("^(<=|>=|<|>|=)\\s*", ""))
                            .anyMatch(part -> LITERAL.matcher(part).matches()
                                    && !written.matcher(part).matches());
            if (wrong) {
                findings.fault(
                        rule.id(),
                        nameOf(rule),
                        "cell-type",
                        cell,
                        inputs.get(i).attribute("label"),
                        type);
            }
            checkListed(rule, cell, inputs.get(i), findings);
        }
    }

    /** A column may list what it is given; a cell with another text never fits. */
    private static void checkListed(Node rule, String cell, Node input, Findings findings) {
        Set<String> listed = textsIn(input.children("inputValues").map(Tables::textOf));
        if (!listed.isEmpty() && cell.matches("(?s)\"[^\"]*\"(\\s*,\\s*\"[^\"]*\")*")) {
            textsIn(Stream.of(cell)).stream()
                    .filter(text -> !listed.contains(text))
                    .forEach(text ->
                            findings.fault(rule.id(), nameOf(rule), "cell-choice", text, input.attribute("label")));
        }
    }

    private static Set<String> textsIn(Stream<String> texts) {
        return texts.flatMap(text -> Pattern.compile("\"[^\"]*\"").matcher(text).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static void checkResult(Node rule, String result, Node output, Findings findings) {
        Pattern written = WRITTEN.get(output.attribute("typeRef"));
        if (written != null
                && LITERAL.matcher(result).matches()
                && !written.matcher(result).matches()) {
            findings.fault(rule.id(), nameOf(rule), "result-type", result, output.name(), output.attribute("typeRef"));
        }
        checkChoice(rule, result, output, findings);
    }

    /** A column may list what it can say. */
    private static void checkChoice(Node rule, String result, Node output, Findings findings) {
        Set<String> allowed = textsIn(output.children("outputValues").map(Tables::textOf));
        if (!allowed.isEmpty() && LITERAL.matcher(result).matches() && !allowed.contains(result)) {
            findings.fault(rule.id(), nameOf(rule), "result-choice", result, output.name());
        }
    }

    /** A rule is known by what its owner wrote beside it. */
    static String nameOf(Node rule) {
        return rule.children("description").map(Node::text).findFirst().orElse("");
    }

    private TableRules() {}
}
