package io.careloop.insight.figures;

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
    public Map<Cell, Tally> gather(Wanted wanted) {
        Map<Cell, Tally> cells = new HashMap<>();
        jdbc.sql("""
                select extract(hour from left_at at time zone :zone)::int as hour, %s, count(*) as completed
                from insight_visit v %s
                where v.type = 'userTask' and not v.cancelled and left_at >= :from and left_at < :until%s
                group by 1, 2, 3, 4""".formatted(wanted.cell(), wanted.withCase(), wanted.conditions()))
                .param("zone", days.zone().getId())
                .params(wanted.params())
                .query(row -> {
                    Tally tally = new Tally();
                    tally.add(row.getLong("completed"));
                    cells.put(Cell.of(new Item(SUBJECT, 0, row.getString("hour")), row), tally);
                });
        return cells;
    }
}
