package io.careloop.benchmark;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Facts as text, in which a copy has other times, ids and references. */
record Pieces(String facts) {

    private static final Pattern PIECE = Pattern.compile("\\b1[6-9]\\d{11}\\b|(?<=\"countedSeconds\":)\\s?\\d+"
            + "|C-\\d{4}-\\d{6}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** The end of an id, which differs from copy to copy. */
    private static final int NODE = 12;

    /** With another reference and other ids; the times stay. */
    String of(String reference, String other, String node, JdbcClient jdbc) {
        Set<String> definitions = definitions(jdbc);
        return PIECE.matcher(facts).replaceAll(piece -> {
            String text = piece.group();
            boolean isId = text.length() > NODE && text.charAt(8) == '-' && !definitions.contains(text);
            return Matcher.quoteReplacement(
                    text.equals(reference) ? other : isId ? text.substring(0, text.length() - NODE) + node : text);
        });
    }

    /** As an expression of SQL over a row {@code c} of {@code benchmark_copy} and a row {@code m} of its model. */
    String asSql(JdbcClient jdbc) {
        Set<String> definitions = definitions(jdbc);
        StringBuilder sql = new StringBuilder("'");
        Matcher pieces = PIECE.matcher(facts);
        int end = 0;
        while (pieces.find()) {
            sql.append(facts.substring(end, pieces.start()).replace("'", "''"))
                    .append(replacement(pieces.group(), definitions));
            end = pieces.end();
        }
        return "(" + sql.append(facts.substring(end).replace("'", "''")).append("')::jsonb");
    }

    private static String replacement(String piece, Set<String> definitions) {
        if (definitions.contains(piece)) {
            return piece;
        }
        if (piece.startsWith("C-")) {
            return "' || c.reference || '";
        }
        if (piece.indexOf('-') > 0) {
            return piece.substring(0, piece.length() - NODE) + "' || c.node || '";
        }
        long number = Long.parseLong(piece.strip());
        return number < 1_000_000_000_000L
                ? " ' || (%d::bigint * c.stretch / 1000) || '".formatted(number)
                : "' || benchmark_millis(%d, m.begin_at, c.begin_at, c.stretch) || '".formatted(number);
    }

    /** Their ids are in facts, too, and the same for all cases. */
    private static Set<String> definitions(JdbcClient jdbc) {
        return new HashSet<>(jdbc.sql(
                        "select right(id_, 36) from act_re_procdef union select right(id_, 36) from act_re_decision_def")
                .query(String.class)
                .list());
    }
}
