package io.careloop.insight.figures;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Completed tasks of each group, by the hour of the day at which they came in, with the time until somebody took them. */
@Component
class QueueSource implements Source {

    static final String SUBJECT = "queue";

    private static final String BETWEEN = " ";

    private final JdbcClient jdbc;
    private final Days days;

    QueueSource(JdbcClient jdbc, Days days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    @Override
    public boolean knows(String subject) {
        return SUBJECT.equals(subject);
    }

    static String groupOf(Item item) {
        return item.id().substring(item.id().indexOf(BETWEEN) + 1);
    }

    static int hourOf(Item item) {
        return Integer.parseInt(item.id().substring(0, item.id().indexOf(BETWEEN)));
    }

    @Override
    public Map<Cell, Tally> gather(Wanted wanted) {
        Map<Cell, Tally> cells = new HashMap<>();
        jdbc.sql("""
                select extract(hour from entered_at at time zone :zone)::int || :between || offered_to as item, %s,
                    count(*) as completed, array_agg(wait_ms) filter (where wait_ms is not null) as waits
                from insight_visit v %s
                where v.type = 'userTask' and offered_to is not null and not v.cancelled and left_at >= :from and left_at < :until%s
                group by 1, 2, 3, 4""".formatted(wanted.cell(), wanted.withCase(), wanted.conditions()))
                .param("zone", days.zone().getId())
                .param("between", BETWEEN)
                .params(wanted.params())
                .query(row -> {
                    Tally tally = new Tally();
                    tally.add(row.getLong("completed"));
                    tally.waits().add(VisitSource.numbers(row.getArray("waits")));
                    cells.put(Cell.of(new Item(SUBJECT, 0, row.getString("item")), row), tally);
                });
        return cells;
    }
}
