package io.careloop.insight.figures;

import io.careloop.cases.Reader;
import io.careloop.identity.Groups;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases behind a figure. Restricted ones are there for their group and for managers alone; others read how many. */
@Service
@Transactional(readOnly = true)
public class CasesBehind {

    public static final int PAGE = 50;

    private static final RowMapper<Behind> CASE = new SimplePropertyRowMapper<>(Behind.class);

    private final JdbcClient jdbc;
    private final Days days;
    private final Clock clock;

    CasesBehind(JdbcClient jdbc, Days days, Clock clock) {
        this.jdbc = jdbc;
        this.days = days;
        this.clock = clock;
    }

    /** @param page from 0 */
    public Found find(Counted counted, Period period, Slice slice, Reader reader, int page) {
        return bound("""
                        with behind as materialized (%1$s),
                        page as (
                            select * from behind where shown
                            order by weight %2$s nulls last, reference limit :limit offset :offset)
                        select totals.*, page.*
                        from (
                            select count(*) as all_cases, coalesce(sum(times), 0) as all_times,
                                count(*) filter (where not shown) as hidden
                            from behind) totals
                        left join page on true
                        order by weight %2$s nulls last, reference""".formatted(counted.rows(), counted.order()), counted, period, slice, reader)
                .param("limit", PAGE + 1)
                .param("offset", (long) PAGE * page)
                .query(CasesBehind::found);
    }

    /** Each row has the totals too; one without a case if there is none on the page. */
    private static Found found(ResultSet row) throws SQLException {
        List<Behind> cases = new ArrayList<>();
        Totals totals = null;
        while (row.next()) {
            totals = new Totals(row.getLong("all_cases"), row.getLong("all_times"), row.getLong("hidden"));
            if (row.getString("reference") != null) {
                cases.add(CASE.mapRow(row, cases.size()));
            }
        }
        return new Found(cases.subList(0, Math.min(cases.size(), PAGE)), cases.size() > PAGE, totals);
    }

    private StatementSpec bound(String sql, Counted counted, Period period, Slice slice, Reader reader) {
        Instant now = clock.instant();
        return jdbc.sql(sql)
                .params(counted.more())
                .param("from", start(period.from()))
                .param("until", start(period.end()))
                .param("today", start(days.today()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("engineNow", Timestamp.from(now))
                .params(slice.params())
                .param("all", reader.groups().contains(Groups.MANAGERS))
                .param("groups", reader.groups().toArray(String[]::new));
    }

    private OffsetDateTime start(LocalDate day) {
        return days.start(day).atOffset(ZoneOffset.UTC);
    }

    /** @param more whether another page follows */
    public record Found(List<Behind> cases, boolean more, Totals totals) {}

    /**
     * @param cases  how many there are
     * @param times  what the figure says, which may count a case more than once
     * @param hidden cases that are restricted to others
     */
    public record Totals(long cases, long times, long hidden) {}

    /**
     * A case.
     *
     * @param isCase       false for a process that belongs to none; it has no category and no date then
     * @param times        what it counts for
     * @param weight       in the unit of what is counted; null if it has none
     */
    public record Behind(
            String reference,
            boolean isCase,
            String category,
            OffsetDateTime registeredAt,
            long times,
            Double weight) {}
}
