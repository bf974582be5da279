package io.careloop.insight.figures;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** KPIs of cases, each on the day that its definition names. */
@Component
class KpiSource implements Source {

    static final String SUBJECT = "kpi";

    private final KpiDefinitions definitions;
    private final JdbcClient jdbc;

    KpiSource(KpiDefinitions definitions, JdbcClient jdbc) {
        this.definitions = definitions;
        this.jdbc = jdbc;
    }

    @Override
    public boolean knows(String subject) {
        return SUBJECT.equals(subject);
    }

    @Override
    public Map<Cell, Tally> gather(String subject, Slice slice, Instant from, Instant until) {
        Map<Cell, Tally> cells = new HashMap<>();
        definitions.all().forEach(kpi -> gather(kpi, slice, from, until, cells));
        return cells;
    }

    private void gather(KpiDefinition kpi, Slice slice, Instant from, Instant until, Map<Cell, Tally> cells) {
        Item item = new Item(SUBJECT, 0, kpi.id());
        jdbc.sql(sql(kpi))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .params(slice.params())
                .query(row -> {
                    Tally tally = new Tally();
                    tally.add(row.getLong("counted"), row.getLong("part"), row.getLong("whole"));
                    tally.waits().add(VisitSource.numbers(row.getArray("spread")));
                    cells.put(Cell.of(item, row), tally);
                });
    }

    private static String sql(KpiDefinition kpi) {
        String figures = kpi.isShare()
                ? "sum(%s)::bigint as part, sum(%s)::bigint as whole, null::bigint[] as spread"
                        .formatted(kpi.part(), kpi.of())
                : "0 as part, 0 as whole, array_agg((%1$s)::bigint order by %1$s) as spread".formatted(kpi.value());
        return """
                select coalesce(category, '') as category, coalesce(team, '') as team, channel, count(*) as counted, %s
                from insight_case
                where %s >= :from and %s < :until and (%s) and (:category::text is null or category = :category)
                    and (:team::text is null or team = :team) and (:channel::text is null or channel = :channel)
                group by 1, 2, 3""".formatted(figures, kpi.day(), kpi.day(), kpi.counted());
    }
}
