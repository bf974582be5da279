package io.careloop.deadline;

import io.careloop.cases.CaseReference;
import io.careloop.cases.Stage;
import java.time.Instant;

/**
 * What the customer of a case was promised.
 *
 * @param number    counts the promises of the case, from 1
 * @param stage     in which it was made: keeping is counted by it
 * @param madeBy    user id, or an {@link io.careloop.cases.Actors actor}
 * @param keptAt    null until somebody says that it is kept
 * @param brokenAt  when it had not been kept although it was due; null if that never was so
 * @param droppedAt when nobody waited for it any more: the case was over, or another promise took its place
 */
public record Promise(
        CaseReference reference,
        int number,
        String text,
        Instant dueAt,
        Stage stage,
        Source source,
        Instant madeAt,
        String madeBy,
        Instant keptAt,
        String keptBy,
        Instant brokenAt,
        Instant droppedAt) {

    /** How it came about. */
    public enum Source {
        /** Somebody gave their word. */
        STAFF,
        /** The customer accepted a solution with a date. */
        SOLUTION
    }

    /** What became of it. */
    public enum State {
        OPEN,
        KEPT,
        /** Kept, but later than promised. */
        KEPT_LATE,
        BROKEN,
        /** Nobody waits for it any more, and it was not broken. */
        DROPPED
    }

    /** Whether it still has to be kept. */
    public boolean isOpen() {
        return keptAt == null && droppedAt == null;
    }

    public State state() {
        if (keptAt != null) {
            return brokenAt == null ? State.KEPT : State.KEPT_LATE;
        }
        if (brokenAt != null) {
            return State.BROKEN;
        }
        return droppedAt == null ? State.OPEN : State.DROPPED;
    }
}
