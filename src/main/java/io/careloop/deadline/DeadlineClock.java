package io.careloop.deadline;

import java.time.Instant;
import java.time.temporal.TemporalAmount;

/**
 * One clock of a case as it stands.
 *
 * @param limit       how long it may take: a duration, or a period of business days
 * @param clockType   how that is counted
 * @param dueAt       when the limit ends
 * @param nextNotice  when staff are told next (warning, then breach; moved into opening hours); null when nothing is left to tell
 * @param stoppedAt   when what it measures was done; null while it runs
 */
public record DeadlineClock(
        ClockKind kind,
        TemporalAmount limit,
        ClockType clockType,
        Instant startedAt,
        Instant dueAt,
        Instant nextNotice,
        Instant stoppedAt) {

    /** For a timer that has to have a date although nothing is left to tell. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** How a limit is counted. */
    public enum ClockType {
        ELAPSED,
        BUSINESS
    }

    /** How a clock stands. */
    public enum State {
        /** Runs and is not due yet. */
        RUNNING,
        /** Runs although it was due. */
        MISSED,
        /** Stopped in time. */
        MET,
        /** Stopped after it was due. */
        LATE
    }

    public boolean isRunning() {
        return stoppedAt == null;
    }

    public State state(Instant now) {
        if (isRunning()) {
            return now.isBefore(dueAt) ? State.RUNNING : State.MISSED;
        }
        return stoppedAt.isAfter(dueAt) ? State.LATE : State.MET;
    }

    /** When the timer of a process that watches this clock fires: the next notice, or {@link #NEVER}. */
    public Instant timerAt() {
        return nextNotice == null ? NEVER : nextNotice;
    }
}
