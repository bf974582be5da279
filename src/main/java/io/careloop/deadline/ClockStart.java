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
 * @param thresholds when the staff are told of it; none for never
 */
public record ClockStart(Limit limit, Instant from, String calendar, String watchedBy, List<Threshold> thresholds) {

    public ClockStart {
        thresholds = List.copyOf(thresholds);
    }

    /** Told once when it is missed, and before that after three quarters. */
    public static ClockStart of(Limit limit, Instant from, String watchedBy) {
        return new ClockStart(limit, from, null, watchedBy, List.of(Threshold.once(75), Threshold.once(100)));
    }

    /** Due at a date that was named, counted around the clock. */
    public static ClockStart until(Instant due, Instant from, String watchedBy) {
        return of(new Limit(Duration.between(from, due), DeadlineClock.ClockType.ELAPSED), from, watchedBy);
    }
}
