package io.careloop.modeling.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

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

    static void check(Node table, Findings findings) {
        checkHitPolicy(table, findings);
        List<Node> inputs = table.children("input").toList();
        List<Node> outputs = table.children("output").toList();
        table.children("rule").forEach(rule -> {
            List<Node> results = rule.children("outputEntry").toList();
            if (rule.children("inputEntry").count() != inputs.size() || results.size() != outputs.size()) {
                findings.fault(rule.id(), nameOf(rule), "rule-columns", inputs.size(), outputs.size());
                return;
            }
            for (int i = 0; i < results.size(); i++) {
                checkResult(rule, Tables.textOf(results.get(i)), outputs.get(i), findings);
            }
        });
    }

    private static void checkHitPolicy(Node table, Findings findings) {
        String policy = table.attribute("hitPolicy").isEmpty() ? "UNIQUE" : table.attribute("hitPolicy");
        if (!HIT_POLICIES.contains(policy)) {
            findings.fault(
                    table,
                    "hit-policy",
                    policy,
                    String.join(", ", HIT_POLICIES.stream().sorted().toList()));
        }
        if (policy.equals("UNIQUE")) {
            checkUnique(table, findings);
        }
    }

    /** What two rules say in the same words fits both at once; the engine would refuse the answer. */
    private static void checkUnique(Node table, Findings findings) {
        List<Node> rules = table.children("rule").toList();
        Map<List<String>, Node> seen = new HashMap<>();
        for (Node rule : rules) {
            List<String> conditions = rule.children("inputEntry")
                    .map(Tables::textOf)
                    .map(text -> text.equals("-") ? "" : text)
                    .toList();
            boolean fitsAll = conditions.stream().allMatch(String::isEmpty) && rules.size() > 1;
            if (fitsAll || seen.putIfAbsent(conditions, rule) != null) {
                findings.fault(rule.id(), nameOf(rule), "rule-not-unique");
            }
        }
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
        Set<String> allowed = new HashSet<>();
        output.children("outputValues")
                .forEach(values -> Pattern.compile("\"[^\"]*\"")
                        .matcher(Tables.textOf(values))
                        .results()
                        .forEach(value -> allowed.add(value.group())));
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
