package io.careloop.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.stereotype.Component;

/** Moves the clock of a running application, for trying out what waits for a date and for playing what lies behind. */
@Component
public class TimeShift {

    private final MovableClock clock;
    private final ProcessEngine engine;

    TimeShift(MovableClock clock, ProcessEngine engine) {
        this.clock = clock;
        this.engine = engine;
    }

    /**
     * Moves the clock while the job executor stands still; it is started again if it ran before.
     *
     * @throws IllegalArgumentException if the step does not lead forward
     */
    public synchronized void forward(Duration step) {
        if (step.isNegative() || step.isZero()) {
            throw new IllegalArgumentException("Time goes forward only: " + step);
        }
        withoutJobExecutor(() -> clock.advance(step));
    }

    /**
     * Lets something be played that lies in the past, while the job executor stands still. Afterwards the clock shows the
     * present again.
     *
     * @param play moves the clock as it likes; it is given what tells the present meanwhile
     */
    public synchronized void past(Consumer<Supplier<Instant>> play) {
        Instant begun = clock.instant();
        long started = System.nanoTime();
        Supplier<Instant> present = () -> begun.plusNanos(System.nanoTime() - started);
        withoutJobExecutor(() -> {
            try {
                play.accept(present);
            } finally {
                clock.moveTo(present.get());
            }
        });
    }

    private void withoutJobExecutor(Runnable move) {
        JobExecutor jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        boolean running = jobs != null && jobs.isActive();
        if (running) {
            jobs.shutdown();
        }
        try {
            move.run();
        } finally {
            if (running) {
                jobs.start();
            }
        }
    }
}
