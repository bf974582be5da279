package io.careloop.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The one clock of the application: the injected {@link Clock}, the engine's and the scheduler's. It runs with the
 * system's clock, ahead of it by an offset that tests set; a demonstration stops it.
 *
 * <p>The engine keeps its time in a static field, so one JVM can have only one time. Whoever moves the clock switches
 * the job executor off first.
 */
public final class MovableClock extends Clock {

    private final ZoneId zone;

    public MovableClock() {
        this(ZoneOffset.UTC);
    }

    private MovableClock(ZoneId zone) {
        this.zone = zone;
    }

    /** Makes it {@code instant} now; time goes on from there. */
    public void moveTo(Instant instant) {
        ClockUtil.offset(Duration.between(Instant.now(), instant).toMillis());
    }

    /** Makes it {@code instant} now until the clock is moved again: what is played comes out the same however long it takes. */
    public void stopAt(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    public void advance(Duration duration) {
        moveTo(instant().plus(duration));
    }

    /** Back to the system's time. */
    public void reset() {
        ClockUtil.reset();
    }

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(other);
    }
}
