package io.careloop.cases;

import java.time.Duration;
import java.time.Instant;

/**
 * What is left until a case is due next.
 *
 * @param dueAt    while paused: the latest date that it can be
 * @param time     what still counts until then; what has counted since then if it is late
 * @param business whether opening hours alone count
 */
public record TimeLeft(Instant dueAt, Standing standing, Duration time, boolean business) {

    /** How the clock stands that ends next. */
    public enum Standing {
        RUNNING,
        PAUSED,
        LATE
    }
}
