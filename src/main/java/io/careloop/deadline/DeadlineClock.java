package io.careloop.deadline;

import java.time.Duration;
import java.time.Instant;

/**
 * One clock of a case as it stands.
 *
 * @param limit       how long it may take
 * @param clockType   how that is counted
 * @param dueAt       when the limit ends
 * @param nextNotice  when staff are told next (warning, then breach; moved into opening hours); null when nothing is left to tell
 * @param stoppedAt   when what it measures was done; null while it runs
 */
public record DeadlineClock(
        ClockKind kind,
        Duration limit,
        ClockType clockType,
        Instant startedAt,
        Instant dueAt,
        Instant nextNotice,
        Instant stoppedAt) {

    /** How a limit is counted. */
    public enum ClockType {
        ELAPSED,
        BUSINESS
    }

    public boolean isRunning() {
        return stoppedAt == null;
    }
}
