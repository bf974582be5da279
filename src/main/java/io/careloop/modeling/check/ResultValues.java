package io.careloop.modeling.check;

import io.careloop.modeling.check.Rules.ResultColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a table answers means something to whoever asks it: a group, a limit, a diagram that is there. */
final class ResultValues {

    private static final Pattern TEXT = Pattern.compile("(?s)\"([^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("-?\\d*\\.?\\d+");

    private final Map<String, ResultColumn> columns;
    private final Shelf shelf;
    private final Findings findings;

    ResultValues(List<ResultColumn> all, String table, Shelf shelf, Findings findings) {
        this.columns = all.stream()
                .filter(column -> column.table().equals(table))
                .collect(Collectors.toMap(ResultColumn::result, column -> column));
        this.shelf = shelf;
        this.findings = findings;
    }

    void check(Node table) {
        List<Node> outputs = table.children("output").toList();
        table.children("rule").forEach(rule -> {
            List<Node> results = rule.children("outputEntry").toList();
            for (int i = 0; i < Math.min(results.size(), outputs.size()); i++) {
                ResultColumn column = columns.get(outputs.get(i).name());
                if (column != null) {
                    check(rule, Tables.textOf(results.get(i)), column);
                }
            }
        });
    }

    private void check(Node rule, String result, ResultColumn column) {
        Matcher text = TEXT.matcher(result);
        if (result.isEmpty() || result.equals("null")) {
            fault(rule, "result-nothing", column.result());
        } else if (text.matches()) {
            checkText(rule, text.group(1).strip(), column);
        } else if (NUMBER.matcher(result).matches() && Double.parseDouble(result) < 0) {
            fault(rule, "result-negative", result, column.result());
        }
    }

    private void checkText(Node rule, String value, ResultColumn column) {
        if (column.also().contains(value)) {
            return;
        }
        switch (column.is()) {
            case GROUPS ->
                Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(group -> !group.isEmpty()
                                && !column.also().contains(group)
                                && !shelf.surroundings().hasGroup(group))
                        .forEach(group -> fault(rule, "group", group));
            case LIMIT -> {
                if (!InputValues.isLimit(value)) {
                    fault(rule, "limit", value);
                }
            }
            case DIAGRAM -> {
                if (!shelf.hasProcess(value)) {
                    fault(rule, "call-missing", value);
                }
            }
            case ONE_OF ->
                fault(rule, "input-choice", value, column.result(), String.join(", ", new TreeSet<>(column.also())));
            case AMOUNT, ANYTHING -> {
                // whether it is a number at all says the type of the column
            }
        }
    }

    private void fault(Node rule, String code, Object... arguments) {
        findings.fault(rule.id(), TableRules.nameOf(rule), code, arguments);
    }
}
