package io.careloop.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Runs the relay: at once after a commit that queued something on this node, and regularly on one of the nodes for
 * retries and for whatever a crash left behind.
 */
@Configuration
@ConditionalOnProperty(name = "db-scheduler.enabled", matchIfMissing = true)
class RelaySchedule {

    private static final Duration ONE_MAIL = Duration.ofSeconds(20);

    private final OutboxRelay relay;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "outbox-relay"));
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean ready;

    RelaySchedule(OutboxRelay relay) {
        this.relay = relay;
    }

    @Bean
    RecurringTask<Void> outboxRelayTask(NotificationSettings settings) {
        return Tasks.recurring("notification-outbox-relay", FixedDelay.of(settings.pollInterval()))
                .execute((instance, context) -> relay.run());
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        ready = true;
    }

    /** Many messages of one moment are one run. What is queued before the application is ready waits for the regular run. */
    @TransactionalEventListener
    void queued(MessageQueued event) {
        if (ready && !thread.isShutdown() && asked.compareAndSet(false, true)) {
            thread.execute(() -> {
                asked.set(false);
                relay.run();
            });
        }
    }

    /** Early, so that no run goes on while the application comes down around it. */
    @EventListener(ContextClosedEvent.class)
    void closing() {
        relay.stop();
    }

    /** Waits for the mail in hand, so that it is not left in doubt. */
    @PreDestroy
    void stop() throws InterruptedException {
        relay.stop();
        thread.shutdown();
        thread.awaitTermination(ONE_MAIL.toMillis(), TimeUnit.MILLISECONDS);
    }
}
