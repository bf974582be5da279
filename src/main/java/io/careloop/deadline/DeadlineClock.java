package io.careloop.deadline;

import java.time.Instant;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Optional;

/**
 * One clock of a case as it stands.
 *
 * @param limit       how long it may take: a duration, or a period of business days
 * @param clockType   how that is counted
 * @param dueAt       when the limit ends; while it is paused, when it ends if the pause lasts as long as it can
 * @param pauses      what it does not count, in the order in which it began
 * @param nextNotice  when staff are told next (moved into opening hours); null when nothing is left to tell
 * @param stoppedAt   when what it measures was done; null while it runs
 */
public record DeadlineClock(
        ClockId id,
        TemporalAmount limit,
        ClockType clockType,
        Instant startedAt,
        Instant dueAt,
        List<Pause> pauses,
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
        /** Does not count at the moment, and is not due yet. */
        PAUSED,
        /** Runs although it was due. */
        MISSED,
        /** Stopped in time. */
        MET,
        /** Stopped after it was due. */
        LATE
    }

    public DeadlineClock {
        pauses = List.copyOf(pauses);
    }

    public ClockKind kind() {
        return id.kind();
    }

    public boolean isRunning() {
        return stoppedAt == null;
    }

    public State state(Instant now) {
        if (isRunning()) {
            if (!now.isBefore(dueAt)) {
                return State.MISSED;
            }
            return pauseAt(now).isPresent() ? State.PAUSED : State.RUNNING;
        }
        return stoppedAt.isAfter(dueAt) ? State.LATE : State.MET;
    }

    /** The pause that lasts at an instant; empty if it counts then. */
    public Optional<Pause> pauseAt(Instant instant) {
        return pauses.stream().filter(pause -> pause.covers(instant)).findFirst();
    }

    /** When the timer of a process that watches this clock fires: the next notice, or {@link #NEVER}. */
    public Instant timerAt() {
        return nextNotice == null ? NEVER : nextNotice;
    }
}
