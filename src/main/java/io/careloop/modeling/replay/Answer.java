package io.careloop.modeling.replay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a table answered.
 *
 * @param hits  one entry for each rule that fired, by the name of the output
 * @param rules numbers of those rows, from 1, in the order of the hits
 */
record Answer(List<Map<String, Object>> hits, List<Integer> rules) {

    /** What a recorded text ends with that was too long. */
    private static final char CUT = '…';

    private static final int LONGEST = 300;

    /**
     * An output that is another than before.
     *
     * @param before values of all hits with commas between; "" for none
     */
    record Difference(String output, String before, String after) {}

    static Answer none() {
        return new Answer(List.of(), List.of());
    }

    List<Difference> differencesTo(Answer after) {
        Set<String> names = new LinkedHashSet<>();
        hits.forEach(hit -> names.addAll(hit.keySet()));
        after.hits.forEach(hit -> names.addAll(hit.keySet()));
        List<Difference> differences = new ArrayList<>();
        for (String name : names) {
            Difference difference = new Difference(name, text(name), after.text(name));
            if (!difference.before().equals(difference.after())) {
                differences.add(difference);
            }
        }
        return differences;
    }

    boolean isAsBefore(Answer before) {
        return before.differencesTo(this).isEmpty();
    }

    /** Numbers of the rows with commas between; "" for none. */
    String rows() {
        return rules.stream().map(row -> row == 0 ? "?" : row.toString()).collect(Collectors.joining(", "));
    }

    private String text(String output) {
        return hits.stream()
                .map(hit -> hit.get(output))
                .filter(Objects::nonNull)
                .map(Answer::text)
                .collect(Collectors.joining(", "));
    }

    /** Numbers alike however they are typed, and texts cut where the record cuts them. */
    private static String text(Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
        }
        String text = value.toString();
        return text.length() <= LONGEST || isCut(text) ? text : text.substring(0, LONGEST) + CUT;
    }

    static boolean isCut(Object value) {
        return value instanceof String text && text.length() == LONGEST + 1 && text.charAt(LONGEST) == CUT;
    }
}
