package io.careloop.engine;

import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.stereotype.Component;

/** Moves the clock of a running application forward, for trying out what waits for a date. */
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
        JobExecutor jobs = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        boolean running = jobs != null && jobs.isActive();
        if (running) {
            jobs.shutdown();
        }
        try {
            clock.advance(step);
        } finally {
            if (running) {
                jobs.start();
            }
        }
    }
}
