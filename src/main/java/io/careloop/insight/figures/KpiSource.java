package io.careloop.insight.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** In one pass over the cases of each of the days that definitions name. */
    @Override
    public Map<Cell, Tally> gather(Wanted wanted) {
        Map<Cell, Tally> cells = new HashMap<>();
        definitions.all().stream()
                .collect(Collectors.groupingBy(KpiDefinition::day))
                .forEach((day, kpis) -> jdbc.sql(sql(wanted, day, kpis))
                        .params(wanted.params())
                        .query(row -> {
                            add(cells, kpis, row);
                        }));
        return cells;
    }

    private static void add(Map<Cell, Tally> cells, List<KpiDefinition> kpis, ResultSet row) throws SQLException {
        for (int place = 0; place < kpis.size(); place++) {
            long counted = row.getLong("counted_" + place);
            if (counted > 0) {
                Tally tally = new Tally();
                tally.add(counted, row.getLong("part_" + place), row.getLong("whole_" + place));
                tally.waits().add(VisitSource.numbers(row.getArray("spread_" + place)));
                cells.put(Cell.of(new Item(SUBJECT, 0, kpis.get(place).id()), row), tally);
            }
        }
    }

    private static String sql(Wanted wanted, String day, List<KpiDefinition> kpis) {
        String figures = IntStream.range(0, kpis.size())
                .mapToObj(place -> figures(kpis.get(place), place))
                .collect(Collectors.joining(", "));
        return """
                select %s, %s
                from insight_case c
                where %s >= :from and %s < :until%s
                group by 1, 2, 3""".formatted(wanted.cell(), figures, day, day, wanted.conditions());
    }

    private static String figures(KpiDefinition kpi, int place) {
        String figures = kpi.isShare()
                ? "sum(%s) filter (where %s)::bigint as part_%s, sum(%s) filter (where %s)::bigint as whole_%s, null::bigint[] as spread_%s"
                        .formatted(kpi.part(), kpi.counted(), place, kpi.of(), kpi.counted(), place, place)
                : "0 as part_%1$s, 0 as whole_%1$s, array_agg((%2$s)::bigint) filter (where %3$s) as spread_%1$s"
                        .formatted(place, kpi.value(), kpi.counted());
        return "count(*) filter (where %s) as counted_%s, %s".formatted(kpi.counted(), place, figures);
    }
}
