package io.careloop.deadline;

import java.time.Instant;

/**
 * A clock of the past as it was, and as it would have been.
 *
 * @param stoppedAt null while it runs
 * @param due       as recorded
 * @param triedDue  null where that cannot be told
 * @param doubt     why it cannot be told; null where it can
 */
public record TriedClock(
        String reference,
        ClockId clock,
        Instant startedAt,
        Instant stoppedAt,
        Instant due,
        Instant triedDue,
        boolean wasLate,
        boolean wouldBeLate,
        Doubt doubt) {

    /** Why it cannot be told what would have been. */
    public enum Doubt {
        /** The facts do not give the due date on file. */
        FACTS,
        /** What was decided about its limit is not recorded, or does not give the limit that it had. */
        LIMITS,
        /** The changed table gives no limit. */
        NO_ANSWER
    }

    public boolean isMoved() {
        return triedDue != null && triedDue.getEpochSecond() != due.getEpochSecond();
    }
}
