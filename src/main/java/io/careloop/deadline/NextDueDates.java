package io.careloop.deadline;

import io.careloop.cases.CaseDueDates;
import io.careloop.cases.CaseReference;
import io.careloop.cases.TimeLeft;
import io.careloop.cases.TimeLeft.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the due dates of many cases at once, for lists. */
@Component
class NextDueDates implements CaseDueDates {

    /** What customers were told; norms of our own are not. */
    private static final String RUNNING = """
            from deadline_clock c
            where c.reference = any (?) and c.stopped_at is null
                and split_part(c.clock, '.', 1) in ('firstResponse', 'resolution', 'promise', 'escalation')
            """;

    private final JdbcClient jdbc;
    private final Calendars calendars;
    private final Clock time;

    NextDueDates(JdbcClient jdbc, Calendars calendars, Clock time) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.time = time;
    }

    @Override
    public Map<CaseReference, Instant> nextDueOf(Collection<CaseReference> references) {
        Map<CaseReference, Instant> next = new HashMap<>();
        jdbc.sql("select c.reference, min(c.due_at) as due_at " + RUNNING + "group by c.reference")
                .param(texts(references))
                .query(row -> {
                    next.put(
                            CaseReference.of(row.getString("reference")),
                            row.getTimestamp("due_at").toInstant());
                });
        return next;
    }

    @Override
    public Map<CaseReference, TimeLeft> timeLeftOf(Collection<CaseReference> references) {
        Instant now = time.instant();
        List<ClockRecord> next = jdbc.sql("select distinct on (c.reference) " + ClockRows.CLOCK + " " + RUNNING
                        + "order by c.reference, c.due_at")
                .param(texts(references))
                .query(ClockRows::clock)
                .list();
        return next.stream()
                .collect(Collectors.toMap(clock -> CaseReference.of(clock.reference()), clock -> left(clock, now)));
    }

    private TimeLeft left(ClockRecord clock, Instant now) {
        Counting counting = clock.counting();
        BusinessCalendar calendar = calendars.at(counting.calendar(), counting.revision());
        boolean business = counting.limit().type() == DeadlineClock.ClockType.BUSINESS;
        if (now.isBefore(clock.dueAt())) {
            Duration left = Interval.sum(counting.counted(now, clock.dueAt(), calendar));
            Standing standing = counting.isPausedAt(now) ? Standing.PAUSED : Standing.RUNNING;
            return new TimeLeft(clock.dueAt(), standing, left, business);
        }
        Duration since = Interval.sum(counting.counted(clock.dueAt(), now, calendar));
        return new TimeLeft(clock.dueAt(), Standing.LATE, since, business);
    }

    private static String[] texts(Collection<CaseReference> references) {
        return references.stream().map(CaseReference::value).toArray(String[]::new);
    }
}
