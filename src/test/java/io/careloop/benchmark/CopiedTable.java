package io.careloop.benchmark;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table of which each model has some rows and each copy gets as many, in one statement: {@code p} is a row of the model
 * {@code m}, {@code c} the copy.
 *
 * @param others expressions for columns that differ by more than reference, ids and times
 */
record CopiedTable(String name, String join, Map<String, String> others) {

    private static final List<String> IDS = List.of("id", "instance", "called_by", "contact", "contact_id");

    /** Times that a copy moves to where they would be if they were not as far ahead as the model's are. */
    private static final List<String> AHEAD = List.of("due_at", "next_notice_at");

    static CopiedTable ofCase(String name) {
        return ofCase(name, Map.of());
    }

    static CopiedTable ofCase(String name, Map<String, String> others) {
        return new CopiedTable(name, "p.reference = m.reference", others);
    }

    /** @param columns of the table with their types, in order */
    String insert(JdbcClient jdbc) {
        List<Column> columns = jdbc.sql("""
                        select column_name as name, data_type as type from information_schema.columns
                        where table_name = ? and is_identity = 'NO' order by ordinal_position""").param(name).query(Column.class).list();
        return "insert into %s (%s) select %s from benchmark_copy c join benchmark_model m on m.number = c.model join %s p on %s"
                .formatted(
                        name,
                        String.join(", ", columns.stream().map(Column::name).toList()),
                        String.join(", ", columns.stream().map(this::value).toList()),
                        name,
                        join);
    }

    private String value(Column column) {
        String own = "p." + column.name();
        if (others.containsKey(column.name())) {
            return others.get(column.name());
        }
        if (column.name().equals("reference")) {
            return "c.reference";
        }
        if (IDS.contains(column.name())) {
            return "(left(%s::text, -12) || c.node)::%s".formatted(own, column.type());
        }
        if (column.type().startsWith("timestamp")) {
            String moved = "to_timestamp(%s / 1000.0)".formatted(millis(own));
            return AHEAD.contains(column.name())
                    ? "least(%s, to_timestamp(c.begin_at / 1000.0) + interval '1 day')".formatted(moved)
                    : moved;
        }
        return own;
    }

    /** When it is in the copy, in milliseconds. */
    static String millis(String column) {
        return "benchmark_millis((extract(epoch from %s) * 1000)::bigint, m.begin_at, c.begin_at, c.stretch)"
                .formatted(column);
    }

    private record Column(String name, String type) {}
}
