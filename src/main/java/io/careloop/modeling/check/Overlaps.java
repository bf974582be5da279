package io.careloop.modeling.check;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;

/**
 * Finds rules that fit the same facts, by facts that both fit: the values that stand in the cells, what lies next to them,
 * and one that no cell names. Rules for which no such facts are found may still overlap.
 */
final class Overlaps {

    private static final Pattern VALUE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|(?<![\\w.])-?\\d+(?:\\.\\d+)?");
    /** Of a column: enough for what is told apart in a table, and few enough to try all of them with every cell. */
    private static final int MOST_VALUES = 60;

    private static final String NEITHER = "\u0000other";

    private final FeelEngineApi feel;
    private final List<Node> rules;
    /** By what a column looks at: for each rule, which of the values fit it. */
    private final Map<String, BitSet[]> fitting = new LinkedHashMap<>();

    Overlaps(Node table, FeelEngineApi feel) {
        this.feel = feel;
        this.rules = table.children("rule").toList();
        List<String> columns = table.children("input").map(Tables::reads).toList();
        List<List<String>> cells = rules.stream()
                .map(rule -> rule.children("inputEntry").map(Tables::textOf).toList())
                .toList();
        if (cells.stream().allMatch(row -> row.size() == columns.size())) {
            new LinkedHashSet<>(columns).forEach(column -> fitting.put(column, fitting(column, columns, cells)));
        }
    }

    boolean overlap(int one, int other) {
        return !fitting.isEmpty() && fitting.values().stream().allMatch(fits -> fits[one].intersects(fits[other]));
    }

    private BitSet[] fitting(String column, List<String> columns, List<List<String>> cells) {
        List<Object> values = values(column, columns, cells);
        Map<String, BitSet> known = new LinkedHashMap<>();
        BitSet[] fits = new BitSet[rules.size()];
        for (int row = 0; row < fits.length; row++) {
            fits[row] = new BitSet();
            fits[row].set(0, values.size());
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).equals(column)) {
                    fits[row].and(known.computeIfAbsent(cells.get(row).get(i), cell -> fitting(cell, values)));
                }
            }
        }
        return fits;
    }

    private BitSet fitting(String cell, List<Object> values) {
        BitSet fits = new BitSet();
        for (int i = 0; i < values.size(); i++) {
            if (cell.isEmpty() || cell.equals("-") || fits(cell, values.get(i))) {
                fits.set(i);
            }
        }
        return fits;
    }

    private boolean fits(String cell, Object value) {
        EvaluationResult result = feel.evaluateUnaryTests(cell, value, Map.of());
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }

    private static List<Object> values(String column, List<String> columns, List<List<String>> cells) {
        Set<Object> values = new LinkedHashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).equals(column)) {
                int at = i;
                cells.forEach(row -> addValues(row.get(at), values));
            }
        }
        if (values.isEmpty()) {
            values.addAll(List.of(true, false));
        }
        return Stream.concat(values.stream().limit(MOST_VALUES), Stream.of(NEITHER))
                .toList();
    }

    private static void addValues(String cell, Set<Object> values) {
        Matcher value = VALUE.matcher(cell);
        while (value.find()) {
            if (value.group(1) != null) {
                values.add(value.group(1));
            } else {
                double number = Double.parseDouble(value.group());
                values.addAll(List.of(number - 1, number, number + 1));
            }
        }
    }
}
