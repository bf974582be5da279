package io.careloop.engine;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Gives db-scheduler the one clock of the application. */
@Component
class SchedulerClock implements Clock {

    private final MovableClock clock;

    SchedulerClock(MovableClock clock) {
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }
}
