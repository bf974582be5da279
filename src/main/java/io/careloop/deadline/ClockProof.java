package io.careloop.deadline;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * A clock with all that its due date follows from.
 *
 * @param calendar name of the calendar that it is counted by
 * @param zone     of that calendar
 * @param counted  the stretches of time from its start to its due date that count
 * @param left     what still counts until it is due; nothing if it is due or stopped
 */
public record ClockProof(DeadlineClock clock, String calendar, ZoneId zone, List<Interval> counted, Duration left) {

    public Duration countedTime() {
        return Interval.sum(counted);
    }
}
