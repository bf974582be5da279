package io.careloop.deadline;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Counts clocks anew at once after a commit that changed a calendar on this node, and looks regularly on one of the nodes
 * for what a crash has left, or what was started by the calendar as it had been.
 */
@Configuration
@ConditionalOnProperty(name = "db-scheduler.enabled", matchIfMissing = true)
class RecountSchedule {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    private static final Duration ONE_PART = Duration.ofSeconds(20);

    private final CalendarRecounts recounts;

    /** One from the first case on, one from the last; each knows whether it was asked already. */
    private final List<Worker> workers = List.of(new Worker(false), new Worker(true));

    RecountSchedule(CalendarRecounts recounts) {
        this.recounts = recounts;
    }

    @Bean
    RecurringTask<Void> recountChangedCalendars() {
        return Tasks.recurring("deadline-recount", FixedDelay.of(LOOK_EVERY))
                .execute((instance, context) -> workers.forEach(Worker::ask));
    }

    @TransactionalEventListener
    void changed(CalendarChanged event) {
        workers.forEach(Worker::ask);
    }

    /** Early, so that no run goes on while the application comes down around it. */
    @EventListener(ContextClosedEvent.class)
    void closing() {
        recounts.stop();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        recounts.stop();
        for (Worker worker : workers) {
            worker.thread.shutdown();
            worker.thread.awaitTermination(ONE_PART.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private final class Worker {

        private final boolean fromEnd;
        private final ExecutorService thread =
                Executors.newSingleThreadExecutor(work -> new Thread(work, "deadline-recount"));
        private final AtomicBoolean asked = new AtomicBoolean();

        Worker(boolean fromEnd) {
            this.fromEnd = fromEnd;
        }

        void ask() {
            if (!thread.isShutdown() && asked.compareAndSet(false, true)) {
                thread.execute(() -> {
                    asked.set(false);
                    recounts.run(fromEnd);
                });
            }
        }
    }
}
