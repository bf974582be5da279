package io.careloop.insight.figures;

import io.careloop.cases.Reader;
import io.careloop.identity.Groups;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases behind a figure. Restricted ones are there for their group and for managers alone. */
@Service
@Transactional(readOnly = true)
public class CasesBehind {

    public static final int PAGE = 50;

    private static final Map<String, String> WHICH = Map.of(
            "visits", "true",
            "again", "round > 1",
            "failed", "failed",
            "error", "(round > 1 or failed)",
            "breached", "v.breached",
            "unfinished", "unfinished",
            "waited", "wait_ms is not null",
            "worked", "work_ms is not null");

    private static final String SLICE = """
             and (:category::text is null or c.category = :category) and (:team::text is null or c.team = :team)
             and (:channel::text is null or c.channel = :channel)
             and (c.restricted_to is null or :all or c.restricted_to = any (:groups))""";

    private final JdbcClient jdbc;
    private final KpiDefinitions definitions;
    private final Days days;

    CasesBehind(JdbcClient jdbc, KpiDefinitions definitions, Days days) {
        this.jdbc = jdbc;
        this.definitions = definitions;
        this.days = days;
    }

    /**
     * Cases that visited a node, the longest waiting and work first.
     *
     * @param which   {@code visits}, {@code again}, {@code failed}, {@code error}, {@code breached}, {@code unfinished},
     *                {@code waited} or {@code worked}; all visits if it is none of them
     * @param version null for all
     */
    public List<Behind> node(
            String definition,
            Integer version,
            String node,
            String which,
            Period period,
            Slice slice,
            Reader reader,
            int page) {
        return list(
                """
                select reference, c.status, c.category, c.registered_at,
                    sum(coalesce(wait_ms, 0) + coalesce(work_ms, 0))::float8 as weight
                from insight_visit v join insight_case c using (reference)
                where left_at >= :from and left_at < :until and v.definition = :definition and node = :node
                    and (:version::int is null or version = :version) and %s %s
                group by 1, 2, 3, 4 order by 5 desc, 1 limit :limit offset :offset""".formatted(WHICH.getOrDefault(which, "true"), SLICE),
                Map.of("definition", definition, "node", node),
                version,
                period,
                slice,
                reader,
                page);
    }

    /**
     * Cases that a KPI counts: of a share those outside of it first, of others the highest values.
     *
     * @param kpi id of a definition; nothing is found for one that is unknown
     */
    public List<Behind> kpi(String kpi, Period period, Slice slice, Reader reader, int page) {
        return definitions
                .find(kpi)
                .map(definition -> list(
                        """
                        select reference, c.status, c.category, c.registered_at, (%s)::float8 as weight
                        from insight_case c where %s >= :from and %s < :until and (%s) and (:version::int is null) %s
                        order by 5 %s, 1 limit :limit offset :offset""".formatted(
                                        definition.isShare() ? definition.part() : definition.value(),
                                        definition.day(),
                                        definition.day(),
                                        definition.counted(),
                                        SLICE,
                                        worstFirst(definition)),
                        Map.of(),
                        null,
                        period,
                        slice,
                        reader,
                        page))
                .orElse(List.of());
    }

    private static String worstFirst(KpiDefinition definition) {
        return "lower".equals(definition.better()) ? "desc" : "asc";
    }

    private List<Behind> list(
            String sql, Map<String, ?> more, Integer version, Period period, Slice slice, Reader reader, int page) {
        return jdbc.sql(sql)
                .params(more)
                .param("version", version)
                .param("from", start(period.from()))
                .param("until", start(period.end()))
                .params(slice.params())
                .param("all", reader.groups().contains(Groups.MANAGERS))
                .param("groups", groups(reader.groups()))
                .param("limit", PAGE + 1)
                .param("offset", (long) PAGE * page)
                .query(Behind.class)
                .list();
    }

    private OffsetDateTime start(LocalDate day) {
        return days.start(day).atOffset(ZoneOffset.UTC);
    }

    private static String[] groups(Set<String> groups) {
        return groups.toArray(String[]::new);
    }

    /**
     * A case, one more than a page holds if there are more.
     *
     * @param weight of a node the milliseconds that it took, of a KPI what the case counts for in it
     */
    public record Behind(
            String reference, String status, String category, OffsetDateTime registeredAt, double weight) {}
}
