package io.careloop.local;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.careloop.engine.TimeShift;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Moves the clock of the whole application ahead, with everything that runs by it standing still. */
@Component
class ClockMove {

    private final ObjectProvider<LocalClock> clock;
    private final TimeShift engine;
    private final ObjectProvider<Scheduler> scheduler;

    ClockMove(ObjectProvider<LocalClock> clock, TimeShift engine, ObjectProvider<Scheduler> scheduler) {
        this.clock = clock;
        this.engine = engine;
        this.scheduler = scheduler;
    }

    /** Whether there is a clock to move: only over the data of the local start. */
    boolean possible() {
        return clock.getIfAvailable() != null;
    }

    /** How far the clock has been moved ahead; zero where it cannot be moved. */
    Duration ahead() {
        return clock.stream().map(LocalClock::ahead).findFirst().orElse(Duration.ZERO);
    }

    void forward(Duration step) {
        scheduler.ifAvailable(Scheduler::pause);
        try {
            clock.getObject().note(step);
            engine.forward(step);
        } finally {
            scheduler.ifAvailable(Scheduler::resume);
        }
    }
}
