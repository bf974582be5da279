package io.careloop.followup;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.deadline.WorkingTime;
import io.careloop.engine.WaitingWrites;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans and keeps the calls that ask whether the solution lasted. */
@Service
public class FollowUpCalls {

    private final JdbcClient jdbc;
    private final WaitingWrites waiting;
    private final CaseFiles cases;
    private final Timeline timeline;
    private final WorkingTime workingTime;
    private final FollowupProperties properties;
    private final Clock clock;

    FollowUpCalls(
            JdbcClient jdbc,
            WaitingWrites waiting,
            CaseFiles cases,
            Timeline timeline,
            WorkingTime workingTime,
            FollowupProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.waiting = waiting;
        this.cases = cases;
        this.timeline = timeline;
        this.workingTime = workingTime;
        this.properties = properties;
        this.clock = clock;
    }

    /** When to call next: after some business days at first, later on the same or the next one, always in calling hours. */
    public Window plan(CaseReference reference) {
        Instant now = clock.instant();
        Instant earliest = triesSoFar(reference) == 0
                ? workingTime.plusDays(now, properties.afterDays())
                : now.plus(properties.retryAfter());
        Instant opens = workingTime.nextBetween(earliest, properties.callingFrom(), properties.callingUntil());
        Instant closes =
                opens.atZone(workingTime.zone()).with(properties.callingUntil()).toInstant();
        return new Window(opens, closes);
    }

    /**
     * Keeps what came of a call.
     *
     * @param solved what the customer said, meaningless if they were not reached
     * @return whether to try again; false once the customer was reached
     */
    @Transactional
    public boolean record(CaseReference reference, boolean reached, boolean solved, String note, String caller) {
        int tries = triesSoFar(reference) + 1;
        waiting.add(
                Set.of("followup_call"),
                """
                insert into followup_call (reference, round, at, caller, reached, solved, note)
                values (?, ?, ?, ?, ?, ?, ?)""",
                reference.value(),
                cases.get(reference).reopened(),
                Timestamp.from(clock.instant()),
                caller,
                reached,
                reached ? solved : null,
                note);
        timeline.note(reference, Kind.CALLED, caller, note);
        return !reached && tries < properties.tries();
    }

    /** Within this round: a case that came back is called anew. */
    private int triesSoFar(CaseReference reference) {
        return jdbc.sql("""
                        select count(*) from followup_call call join cases_case file using (reference)
                        where call.reference = ? and call.round = file.reopened""").param(reference.value()).query(Integer.class).single();
    }

    /** From when until when the customer may be called. */
    public record Window(Instant opens, Instant closes) {}
}
