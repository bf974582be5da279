package io.careloop.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A clock with all that its due date follows from.
 *
 * @param calendar      name of the calendar that it is counted by
 * @param revision      of that calendar
 * @param zone          of that calendar
 * @param counted       the stretches of time from its start to its due date that count
 * @param left          what still counts until it is due; nothing if it is due or stopped
 * @param worked        what was counted until it stopped, or until now
 * @param toldPercent   the highest threshold of which staff were told; 0 if none
 * @param acknowledged  whether somebody has acknowledged that
 * @param recomputedDue when it is due by what was recorded alone; null if that tells of no such clock
 */
public record ClockProof(
        DeadlineClock clock,
        String calendar,
        int revision,
        ZoneId zone,
        List<Interval> counted,
        Duration left,
        Duration worked,
        int toldPercent,
        boolean acknowledged,
        Instant recomputedDue) {

    public Duration countedTime() {
        return Interval.sum(counted);
    }

    /** Whether what was recorded gives the due date on file, to the second. */
    public boolean isRecounted() {
        return recomputedDue != null
                && recomputedDue.getEpochSecond() == clock.dueAt().getEpochSecond();
    }
}
