package io.careloop.deadline;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.DeadlineClock.State;
import java.time.Clock;
import java.time.DateTimeException;
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

    /** First response before resolution before others; empty for a case whose clocks were never started. */
    public CaseProof of(CaseReference reference) {
        Instant now = time.instant();
        FactChain chain = store.chainOf(reference);
        return new CaseProof(
                store.of(reference).stream()
                        .map(clock -> prove(clock, chain.facts(), now))
                        .toList(),
                chain);
    }

    private ClockProof prove(ClockRecord clock, List<ClockFact> facts, Instant now) {
        Counting counting = clock.counting();
        BusinessCalendar calendar = calendars.at(counting.calendar(), counting.revision());
        State state = clock.asClock().state(now);
        boolean runs = state == State.RUNNING || state == State.PAUSED;
        return new ClockProof(
                clock.asClock(),
                calendar.name(),
                counting.revision(),
                calendar.zone(),
                counting.counted(counting.start(), clock.dueAt(), calendar),
                runs
                        ? Interval.sum(counting.counted(later(now, counting.start()), clock.dueAt(), calendar))
                        : Duration.ZERO,
                Interval.sum(counting.counted(
                        counting.start(),
                        later(clock.stoppedAt() == null ? now : clock.stoppedAt(), counting.start()),
                        calendar)),
                clock.telling().toldPercent(),
                clock.telling().isAcknowledged(),
                recomputed(clock.id(), facts));
    }

    /** A clock may begin with the next opening. */
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Instant recomputed(ClockId id, List<ClockFact> facts) {
        List<ClockFact> own = facts.stream()
                .filter(fact -> fact.clock().equals(id.toString()))
                .toList();
        try {
            Counting counting = Replay.of(own).counting();
            return Moments.kept(counting.due(calendars.at(counting.calendar(), counting.revision())));
        } catch (DateTimeException | IllegalArgumentException | NullPointerException e) {
            // somebody edited them so that they say nothing
            return null;
        }
    }
}
