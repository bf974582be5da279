package io.careloop.benchmark;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills the log of facts with many closed cases of a year. A few cases that went through the product are the pattern: each
 * copy has a reference, ids, times, a category and a channel of its own, and takes a multiple of their time.
 */
class ManyCases {

    private static final int PART = 2_000;
    private static final Pattern PIECE = Pattern.compile(
            "\\b1[6-9]\\d{11}\\b|C-\\d{4}-\\d{6}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final List<String> CHANNELS = List.of("PORTAL", "API", "EMAIL", "PHONE");
    private static final List<String> CATEGORIES = List.of("delivery", "technical", "billing", "complaint", "general");

    private final JdbcClient jdbc;
    private final DataSource database;
    private final Random random = new Random(42);

    ManyCases(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    private record Row(Instant at, String facts) {}

    /** @param patterns references of cases that went through the product */
    void make(List<String> patterns, int count) throws SQLException, IOException {
        List<List<Row>> models = patterns.stream().map(this::rowsOf).toList();
        Set<String> definitions = new HashSet<>(jdbc.sql(
                        "select right(id_, 36) from act_re_procdef union select right(id_, 36) from act_re_decision_def")
                .query(String.class)
                .list());
        try (Connection connection = database.getConnection()) {
            for (int made = 0; made < count; made += PART) {
                StringBuilder rows = new StringBuilder();
                for (int number = made; number < Math.min(count, made + PART); number++) {
                    copy(models.get(number % models.size()), number, definitions, rows);
                }
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn(
                                "copy insight_fact (subject, at, facts) from stdin (format csv)",
                                new StringReader(rows.toString()));
            }
        }
        jdbc.sql("analyze insight_fact").update();
    }

    private List<Row> rowsOf(String reference) {
        return new ArrayList<>(jdbc.sql("select at, facts from insight_fact where subject = ? order by id")
                .param(reference)
                .query((row, number) -> new Row(row.getTimestamp("at").toInstant(), row.getString("facts")))
                .list());
    }

    private void copy(List<Row> model, int number, Set<String> definitions, StringBuilder rows) {
        Instant begin = Instant.now().minus(Duration.ofSeconds(86_400L * 2 + random.nextInt(86_400 * 363)));
        Shape shape = new Shape(
                "C-%d-%06d".formatted(begin.atZone(ZoneOffset.UTC).getYear(), 900_000_000 + number),
                "%012x".formatted(number),
                model.get(0).at().toEpochMilli(),
                begin.toEpochMilli(),
                1 + random.nextInt(2_000),
                CHANNELS.get(random.nextInt(CHANNELS.size())),
                CATEGORIES.get(random.nextInt(CATEGORIES.size())));
        for (Row row : model) {
            rows.append(shape.reference())
                    .append(',')
                    .append(Instant.ofEpochMilli(shape.moved(row.at().toEpochMilli())))
                    .append(",\"")
                    .append(shape.of(row.facts(), definitions).replace("\"", "\"\""))
                    .append("\"\n");
        }
    }

    /** What makes a copy differ from its pattern. */
    private record Shape(
            String reference, String node, long from, long to, int slower, String channel, String category) {

        long moved(long millis) {
            return to + (millis - from) * slower;
        }

        String of(String facts, Set<String> definitions) {
            return PIECE.matcher(facts)
                    .replaceAll(piece -> Matcher.quoteReplacement(replacement(piece.group(), definitions)))
                    .replaceAll("\"channel\": ?\"[A-Z]+\"", "\"channel\": \"" + channel + '"')
                    .replaceAll("\"category\": ?\"delivery\"", "\"category\": \"" + category + '"');
        }

        private String replacement(String piece, Set<String> definitions) {
            if (piece.startsWith("C-")) {
                return reference;
            }
            if (piece.indexOf('-') < 0) {
                return String.valueOf(moved(Long.parseLong(piece)));
            }
            return definitions.contains(piece) ? piece : piece.substring(0, 24) + node;
        }
    }
}
