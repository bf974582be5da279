package io.careloop.insight.figures;

import io.careloop.insight.figures.Diagrams.Diagram;
import io.careloop.insight.figures.KpiDefinitions.Age;
import io.careloop.insight.figures.KpiFigures.Kpi;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a month was like. Sums are read where there are some; else only cases of the month are looked at. */
@Service
@Transactional(readOnly = true)
public class MonthReport {

    private static final int MOST = 8;

    private final KpiFigures kpis;
    private final ProcessFigures process;
    private final Diagrams diagrams;
    private final KpiDefinitions definitions;
    private final Counting counting;
    private final JdbcClient jdbc;
    private final Days days;
    private final Clock clock;

    MonthReport(
            KpiFigures kpis,
            ProcessFigures process,
            Diagrams diagrams,
            KpiDefinitions definitions,
            Counting counting,
            JdbcClient jdbc,
            Days days,
            Clock clock) {
        this.kpis = kpis;
        this.process = process;
        this.diagrams = diagrams;
        this.definitions = definitions;
        this.counting = counting;
        this.jdbc = jdbc;
        this.days = days;
        this.clock = clock;
    }

    public static Period period(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /** The KPIs of the month, each with what it was in the whole month before. */
    public List<Kpi> kpis(YearMonth month) {
        List<Kpi> before = kpis.of(period(month.minusMonths(1)), Slice.ALL);
        List<Kpi> now = kpis.of(period(month), Slice.ALL);
        List<Kpi> compared = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            Kpi kpi = now.get(i);
            compared.add(new Kpi(kpi.definition(), kpi.now(), before.get(i).now(), kpi.trend()));
        }
        return compared;
    }

    /** What was registered and closed in the month. */
    public Counts counts(YearMonth month) {
        return jdbc.sql("""
                        select count(*) as closed,
                            (select count(*) from insight_case where registered_at >= :from and registered_at < :until) as registered
                        from insight_case where closed_at >= :from and closed_at < :until""").params(bounds(month)).query(Counts.class).single();
    }

    /** Causes of the cases that were closed in the month, the most frequent first. */
    public List<Cause> causes(YearMonth month) {
        return jdbc.sql("""
                        select cause, count(*) filter (where closed_at >= :from) as cases,
                            count(*) filter (where closed_at < :from) as before
                        from insight_case where closed_at >= :before and closed_at < :until and cause is not null
                        group by 1 having count(*) filter (where closed_at >= :from) > 0 order by 2 desc, 1 limit :most""")
                .params(bounds(month))
                .param("before", start(month.minusMonths(1)))
                .param("most", MOST)
                .query(Cause.class)
                .list();
    }

    /** Tasks of people that took longest from their beginning to their end, at the median. */
    public List<SlowStep> slowest(YearMonth month) {
        return diagrams.all().stream()
                .flatMap(diagram -> process.nodes(diagram.key(), null, period(month), Slice.ALL).stream()
                        .filter(node -> node.medianWait() != null && node.medianWork() != null)
                        .map(node -> step(diagram, node)))
                .sorted(Comparator.comparingDouble(SlowStep::median).reversed())
                .limit(MOST)
                .toList();
    }

    private SlowStep step(Diagram diagram, NodeFigures node) {
        Map<String, String> names = diagrams.names(diagram.key(), diagram.version());
        return new SlowStep(diagram, names.getOrDefault(node.node(), node.node()), node);
    }

    /** Diagrams and decision tables of which a version was deployed in the month, in the order of time; the first ones too. */
    public List<Change> changes(YearMonth month) {
        return jdbc.sql("""
                        select d.deploy_time_ at time zone current_setting('timezone') as at, r.key, r.name, r.version
                        from act_re_deployment d join (
                            select deployment_id_ as deployment, key_ as key, coalesce(name_, key_) as name, version_ as version
                            from act_re_procdef
                            union all
                            select deployment_id_, key_, coalesce(name_, key_), version_ from act_re_decision_def
                        ) r on r.deployment = d.id_
                        where d.deploy_time_ at time zone current_setting('timezone') >= :from
                            and d.deploy_time_ at time zone current_setting('timezone') < :until
                        order by 1, 2, 4""").params(bounds(month)).query(Change.class).list();
    }

    /** What is open now, by how old it is, the youngest first. */
    public List<OpenOfAge> backlog() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return definitions.ages().stream()
                .map(age -> new OpenOfAge(age, open(age, now)))
                .toList();
    }

    private long open(Age age, OffsetDateTime now) {
        Counted counted = counting.age(age.least(), age.most());
        return jdbc.sql("select count(*) from " + counted.from() + " where " + counted.where())
                .params(counted.more())
                .param("now", now)
                .query(Long.class)
                .single();
    }

    private Map<String, Object> bounds(YearMonth month) {
        return Map.of("from", start(month), "until", start(month.plusMonths(1)));
    }

    private OffsetDateTime start(YearMonth month) {
        return days.start(month.atDay(1)).atOffset(ZoneOffset.UTC);
    }

    public record Counts(long registered, long closed) {}

    /** @param before cases of the month before */
    public record Cause(String cause, long cases, long before) {}

    /** @param name of the node */
    public record SlowStep(Diagram diagram, String name, NodeFigures figures) {

        /** Waiting and work in milliseconds. */
        public double median() {
            return figures.medianWait() + figures.medianWork();
        }
    }

    public record Change(OffsetDateTime at, String key, String name, int version) {

        /** There was nothing that it could have changed. */
        public boolean isFirst() {
            return version == 1;
        }
    }

    public record OpenOfAge(Age age, long cases) {}
}
