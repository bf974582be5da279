package io.careloop.insight.figures;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Visits of nodes, counted when they were left. */
@Component
class VisitSource implements Source {

    private static final Set<String> OTHERS =
            Set.of(KpiSource.SUBJECT, HourSource.SUBJECT, JourneySource.SUBJECT, QueueSource.SUBJECT);

    private final JdbcClient jdbc;

    VisitSource(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean knows(String subject) {
        return !OTHERS.contains(subject);
    }

    @Override
    public Map<Cell, Tally> gather(Wanted wanted) {
        Map<Cell, Tally> cells = new HashMap<>();
        jdbc.sql("""
                select v.definition, v.version, v.node, %s, count(*) as visits,
                    count(*) filter (where round > 1) as again, count(*) filter (where failed) as failed,
                    count(*) filter (where v.breached) as breached, count(*) filter (where unfinished) as unfinished,
                    array_agg(wait_ms) filter (where wait_ms is not null) as waits,
                    array_agg(work_ms) filter (where work_ms is not null) as works
                from insight_visit v %s
                where left_at >= :from and left_at < :until %s%s
                group by 1, 2, 3, 4, 5, 6""".formatted(
                                wanted.cell(),
                                wanted.withCase(),
                                wanted.subject() == null ? "" : "and v.definition = :subject",
                                wanted.conditions()))
                .param("subject", wanted.subject())
                .params(wanted.params())
                .query(row -> {
                    cells.put(
                            Cell.of(
                                    new Item(row.getString("definition"), row.getInt("version"), row.getString("node")),
                                    row),
                            tally(row));
                });
        return cells;
    }

    private static Tally tally(ResultSet row) throws SQLException {
        Tally tally = new Tally();
        tally.add(
                row.getLong("visits"),
                row.getLong("again"),
                row.getLong("failed"),
                row.getLong("breached"),
                row.getLong("unfinished"));
        tally.waits().add(numbers(row.getArray("waits")));
        tally.works().add(numbers(row.getArray("works")));
        return tally;
    }

    static long[] numbers(Array array) throws SQLException {
        return array == null
                ? new long[0]
                : Stream.of((Long[]) array.getArray())
                        .mapToLong(Long::longValue)
                        .toArray();
    }
}
