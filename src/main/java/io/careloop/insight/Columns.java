package io.careloop.insight;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.util.PGobject;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A table that is written row by row, its columns named once.
 *
 * @param key     columns that name a row
 * @param columns the others
 */
record Columns(String table, List<String> key, List<String> columns) {

    /** Adds the rows or overwrites what they were, many in a statement; values in the order of key and columns. */
    void write(JdbcTemplate jdbc, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql(), rows);
        }
    }

    private String sql() {
        List<String> all = Stream.concat(key.stream(), columns.stream()).toList();
        return "insert into %s (%s) values (%s) on conflict (%s) do update set %s"
                .formatted(
                        table,
                        String.join(", ", all),
                        all.stream().map(column -> "?").collect(Collectors.joining(", ")),
                        String.join(", ", key),
                        columns.stream()
                                .map(column -> column + " = excluded." + column)
                                .collect(Collectors.joining(", ")));
    }

    static Timestamp time(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    /** A value of a column of type {@code jsonb}. */
    static PGobject json(String text) {
        try {
            PGobject value = new PGobject();
            value.setType("jsonb");
            value.setValue(text);
            return value;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
