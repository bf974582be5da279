package io.careloop.deadline;

import java.time.Duration;
import java.time.Instant;

/** A stretch of time that counts; {@code to} is no longer part of it. */
public record Interval(Instant from, Instant to) {

    public Duration length() {
        return Duration.between(from, to);
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
