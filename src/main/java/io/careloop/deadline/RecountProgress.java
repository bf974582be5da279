package io.careloop.deadline;

import java.time.Instant;

/**
 * How far a change of a calendar has reached the clocks that run.
 *
 * @param revision   of the calendar
 * @param total      clocks to look at
 * @param done       of them, looked at
 * @param earlier    of those, due earlier now
 * @param later      due later now, since somebody decided so
 * @param kept       would be due later, and stay as they were promised
 * @param startedAt  null while it has not begun
 * @param finishedAt null while it has not ended
 */
public record RecountProgress(
        int revision, int total, int done, int earlier, int later, int kept, Instant startedAt, Instant finishedAt) {

    public boolean isFinished() {
        return finishedAt != null;
    }
}
