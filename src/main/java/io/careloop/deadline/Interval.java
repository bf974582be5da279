package io.careloop.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A stretch of time that counts; {@code to} is no longer part of it. */
public record Interval(Instant from, Instant to) {

    public Duration length() {
        return Duration.between(from, to);
    }

    /** Length of all of them together. */
    static Duration sum(List<Interval> intervals) {
        return intervals.stream().map(Interval::length).reduce(Duration.ZERO, Duration::plus);
    }

    boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    boolean isEmpty() {
        return !from.isBefore(to);
    }

    /** The part that lies within the other; it may be empty. */
    Interval within(Interval other) {
        return new Interval(from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
    }
}
