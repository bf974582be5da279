package io.careloop.deadline;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.DeadlineClock.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Shows how the due dates of a case came about, from what is recorded. */
@Service
public class DeadlineProofs {

    private final ClockStore store;
    private final Calendars calendars;
    private final Clock time;

    DeadlineProofs(ClockStore store, Calendars calendars, Clock time) {
        this.store = store;
        this.calendars = calendars;
        this.time = time;
    }

    /** First response before resolution; empty for a case whose clocks were never started. */
    public List<ClockProof> of(CaseReference reference) {
        Instant now = time.instant();
        return store.of(reference).stream().map(clock -> prove(clock, now)).toList();
    }

    private ClockProof prove(ClockRecord clock, Instant now) {
        BusinessCalendar calendar = calendars.current(clock.calendar());
        Limit limit = clock.term().limit();
        boolean runs = clock.asClock().state(now) == State.RUNNING;
        return new ClockProof(
                clock.asClock(),
                calendar.name(),
                calendar.zone(),
                limit.counted(clock.startedAt(), clock.dueAt(), calendar, List.of()),
                runs ? limit.countedTime(now, clock.dueAt(), calendar, List.of()) : Duration.ZERO);
    }
}
