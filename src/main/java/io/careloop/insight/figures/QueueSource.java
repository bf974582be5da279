package io.careloop.insight.figures;

import java.time.Instant;
import java.time.ZoneOffset;
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
    public Map<Cell, Tally> gather(String subject, Slice slice, Instant from, Instant until) {
        Map<Cell, Tally> cells = new HashMap<>();
        jdbc.sql("""
                select extract(hour from entered_at at time zone :zone)::int || :between || offered_to as item,
                    coalesce(c.category, '') as category, coalesce(c.team, '') as team, coalesce(c.channel, '') as channel,
                    count(*) as completed, array_agg(wait_ms order by wait_ms) filter (where wait_ms is not null) as waits
                from insight_visit v left join insight_case c using (reference)
                where offered_to is not null and not v.cancelled and left_at >= :from and left_at < :until
                    and (:category::text is null or c.category = :category) and (:team::text is null or c.team = :team)
                    and (:channel::text is null or c.channel = :channel)
                group by 1, 2, 3, 4""")
                .param("zone", days.zone().getId())
                .param("between", BETWEEN)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .params(slice.params())
                .query(row -> {
                    Tally tally = new Tally();
                    tally.add(row.getLong("completed"));
                    tally.waits().add(VisitSource.numbers(row.getArray("waits")));
                    cells.put(Cell.of(new Item(SUBJECT, 0, row.getString("item")), row), tally);
                });
        return cells;
    }
}
