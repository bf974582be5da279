package io.careloop.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a clock begins.
 *
 * @param limit      how long it may take
 * @param from       from when it counts
 * @param calendar   name of the calendar that it is counted by; null for the one of the settings
 * @param watchedBy  key of the process whose timer follows it; null if none does
 * @param thresholds when the staff are told of it; none for never, null for what the decision table says
 */
public record ClockStart(Limit limit, Instant from, String calendar, String watchedBy, List<Threshold> thresholds) {

    public ClockStart {
        thresholds = thresholds == null ? null : List.copyOf(thresholds);
    }

    /** By the calendar of the settings, and told of as the decision table says. */
    public static ClockStart of(Limit limit, Instant from, String watchedBy) {
        return new ClockStart(limit, from, null, watchedBy, null);
    }

    /** Due at a date that was named, counted around the clock. */
    public static ClockStart until(Instant due, Instant from, String watchedBy) {
        return of(new Limit(Duration.between(from, due), DeadlineClock.ClockType.ELAPSED), from, watchedBy);
    }

    ClockStart with(List<Threshold> others) {
        return new ClockStart(limit, from, calendar, watchedBy, others);
    }
}
