package io.careloop.insight.figures;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What is open now, and who has it. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class LiveFigures {

    private final Figures figures;
    private final KpiDefinitions definitions;
    private final JdbcClient jdbc;
    private final Days days;
    private final Clock clock;

    LiveFigures(Figures figures, KpiDefinitions definitions, JdbcClient jdbc, Days days, Clock clock) {
        this.figures = figures;
        this.definitions = definitions;
        this.jdbc = jdbc;
        this.days = days;
        this.clock = clock;
    }

    /** The backlog and what came and went today. */
    public Now now(Slice slice) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                        select count(*) filter (where closed_at is null) as open,
                            count(*) filter (where closed_at is null and next_due < :now) as late,
                            percentile_cont(0.5) within group (order by extract(epoch from :now - registered_at)::float8)
                                filter (where closed_at is null)::bigint as median_age,
                            extract(epoch from :now - min(registered_at) filter (where closed_at is null))::bigint as oldest_age,
                            count(*) filter (where registered_at >= :today) as registered,
                            count(*) filter (where closed_at >= :today) as closed
                        from insight_case
                        where (closed_at is null or closed_at >= :today)
                            and (:category::text is null or category = :category) and (:team::text is null or team = :team)
                            and (:channel::text is null or channel = :channel)""")
                .param("now", now)
                .param("today", days.start(days.today()).atOffset(ZoneOffset.UTC))
                .params(slice.params())
                .query(Now.class)
                .single();
    }

    /** Groups with open tasks, the most loaded first. */
    public List<Load> loads(Slice slice) {
        return jdbc.sql("""
                        select l.group_id_ as team, count(*) as open, count(*) filter (where t.assignee_ is null) as unassigned,
                            count(*) filter (where t.due_date_ < :now) as late
                        from act_ru_task t join act_ru_identitylink l on l.task_id_ = t.id_
                        left join act_ru_execution p on p.id_ = t.proc_inst_id_
                        left join insight_case c on c.reference = p.business_key_
                        where l.type_ = 'candidate' and l.group_id_ is not null
                            and (:category::text is null or c.category = :category) and (:team::text is null or c.team = :team)
                            and (:channel::text is null or c.channel = :channel)
                        group by 1 order by 2 desc, 1""")
                .param("now", Timestamp.from(clock.instant()))
                .params(slice.params())
                .query(Load.class)
                .list();
    }

    /** Tasks completed in each hour of the day, of the period; hours without any are left out. */
    public List<Hour> hours(Period period, Slice slice) {
        return figures.of(HourSource.SUBJECT, period, slice).entrySet().stream()
                .map(hour -> new Hour(
                        Integer.parseInt(hour.getKey().id()), hour.getValue().count(0)))
                .sorted(Comparator.comparingInt(Hour::hour))
                .toList();
    }

    /** How departments held what they were asked in the period. */
    public List<DepartmentFigures> departments(Period period, Slice slice) {
        return jdbc.sql("""
                        select h.department, count(*) as held, count(*) filter (where h.late) as late,
                            count(*) filter (where h.ending = any (:handedBack)) as handed_back,
                            percentile_cont(0.5) within group (order by h.held_seconds) as median_seconds,
                            percentile_cont(0.9) within group (order by h.held_seconds) as p90_seconds
                        from collaboration_hold h join collaboration_branch b on b.id = h.branch
                        left join insight_case c on c.reference = b.reference
                        where until_at >= :from and until_at < :until
                            and (:category::text is null or c.category = :category) and (:team::text is null or c.team = :team)
                            and (:channel::text is null or c.channel = :channel)
                        group by 1 order by 1""")
                .param("from", days.start(period.from()).atOffset(ZoneOffset.UTC))
                .param("until", days.start(period.end()).atOffset(ZoneOffset.UTC))
                .param("handedBack", definitions.entries("hand_backs").toArray(String[]::new))
                .params(slice.params())
                .query(DepartmentFigures.class)
                .list();
    }

    /** Ages in seconds; null if nothing is open. */
    public record Now(long open, long late, Long medianAge, Long oldestAge, long registered, long closed) {}

    /** @param team id of the group */
    public record Load(String team, long open, long unassigned, long late) {}

    public record Hour(int hour, long completed) {}

    /** Times in seconds of business time. */
    public record DepartmentFigures(
            String department, long held, long late, long handedBack, Double medianSeconds, Double p90Seconds) {}
}
