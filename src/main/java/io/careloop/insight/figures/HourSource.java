package io.careloop.insight.figures;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tasks completed in each hour of the day, in the zone of the service. */
@Component
class HourSource implements Source {

    static final String SUBJECT = "hour";

    private final JdbcClient jdbc;
    private final Days days;

    HourSource(JdbcClient jdbc, Days days) {
        this.jdbc = jdbc;
        this.days = days;
    }

    @Override
    public boolean knows(String subject) {
        return SUBJECT.equals(subject);
    }

    @Override
    public Map<Cell, Tally> gather(String subject, Slice slice, Instant from, Instant until) {
        Map<Cell, Tally> cells = new HashMap<>();
        jdbc.sql("""
                select extract(hour from left_at at time zone :zone)::int as hour, coalesce(c.category, '') as category,
                    coalesce(c.team, '') as team, coalesce(c.channel, '') as channel, count(*) as completed
                from insight_visit v left join insight_case c using (reference)
                where v.type = 'userTask' and not v.cancelled and left_at >= :from and left_at < :until
                    and (:category::text is null or c.category = :category) and (:team::text is null or c.team = :team)
                    and (:channel::text is null or c.channel = :channel)
                group by 1, 2, 3, 4""")
                .param("zone", days.zone().getId())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .params(slice.params())
                .query(row -> {
                    Tally tally = new Tally();
                    tally.add(row.getLong("completed"));
                    cells.put(Cell.of(new Item(SUBJECT, 0, row.getString("hour")), row), tally);
                });
        return cells;
    }
}
