package io.careloop.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What counts of the time from an instant on.
 *
 * @param stretches what can count, in order, without end
 * @param pauses    what does not count of it
 */
record CountedTime(Instant from, Iterator<Interval> stretches, Pauses pauses) {

    /** All time but the pauses. */
    static CountedTime elapsed(Instant from, Pauses pauses) {
        return new CountedTime(from, List.of(new Interval(from, Instant.MAX)).iterator(), pauses);
    }

    /** Opening time but for the pauses. */
    static CountedTime open(Instant from, BusinessCalendar calendar, Pauses pauses) {
        return new CountedTime(from, calendar.openFrom(from), pauses);
    }

    /**
     * When so much has been counted; it may be where counting ends for a while.
     *
     * @throws IllegalArgumentException if the time is negative
     */
    Instant after(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Time that passes is not negative");
        }
        Duration left = time;
        Instant at = from;
        while (!left.isZero()) {
            for (Interval next : pauses.outOf(stretches.next())) {
                Duration taken = next.length().compareTo(left) < 0 ? next.length() : left;
                at = taken.isZero() ? at : next.from().plus(taken);
                left = left.minus(taken);
            }
        }
        return at;
    }

    /** What counts until an instant, in order. */
    List<Interval> until(Instant to) {
        List<Interval> counted = new ArrayList<>();
        Interval whole = new Interval(from, to);
        while (stretches.hasNext()) {
            Interval next = stretches.next().within(whole);
            if (next.isEmpty()) {
                break;
            }
            counted.addAll(pauses.outOf(next));
        }
        return counted;
    }
}
