package io.careloop.insight.figures;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is open now, and who has it. */
@Service
@Transactional(readOnly = true)
public class LiveFigures {

    private final JdbcClient jdbc;
    private final Days days;
    private final Clock clock;

    LiveFigures(JdbcClient jdbc, Days days, Clock clock) {
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
                .param("category", slice.category())
                .param("team", slice.team())
                .param("channel", slice.channel())
                .query(Now.class)
                .single();
    }

    /** Groups with open tasks, the most loaded first. */
    public List<Load> loads() {
        return jdbc.sql("""
                        select l.group_id_ as team, count(*) as open, count(*) filter (where t.assignee_ is null) as unassigned,
                            count(*) filter (where t.due_date_ < :now) as late
                        from act_ru_task t join act_ru_identitylink l on l.task_id_ = t.id_
                        where l.type_ = 'candidate' and l.group_id_ is not null group by 1 order by 2 desc, 1""")
                .param("now", Timestamp.from(clock.instant()))
                .query(Load.class)
                .list();
    }

    /** Tasks completed in each hour of the day, of the period. */
    public List<Hour> hours(Period period, String zone) {
        return jdbc.sql("""
                        select extract(hour from left_at at time zone :zone)::int as hour, count(*) as completed
                        from insight_visit where type = 'userTask' and not cancelled and left_at >= :from and left_at < :until
                        group by 1 order by 1""")
                .param("zone", zone)
                .param("from", days.start(period.from()).atOffset(ZoneOffset.UTC))
                .param("until", days.start(period.end()).atOffset(ZoneOffset.UTC))
                .query(Hour.class)
                .list();
    }

    /** How departments held what they were asked in the period. */
    public List<DepartmentFigures> departments(Period period) {
        return jdbc.sql("""
                        select department, count(*) as held, count(*) filter (where late) as late,
                            count(*) filter (where ending = 'DEPARTMENT_HANDED_BACK') as handed_back,
                            percentile_cont(0.5) within group (order by held_seconds) as median_seconds,
                            percentile_cont(0.9) within group (order by held_seconds) as p90_seconds
                        from collaboration_hold where until_at >= :from and until_at < :until group by 1 order by 1""")
                .param("from", days.start(period.from()).atOffset(ZoneOffset.UTC))
                .param("until", days.start(period.end()).atOffset(ZoneOffset.UTC))
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
