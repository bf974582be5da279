package io.careloop.insight.figures;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** Seals days each minute, on one of the nodes. */
@Configuration
@ConditionalOnProperty(name = "db-scheduler.enabled", matchIfMissing = true)
class SealSchedule {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final DaySeals seals;

    SealSchedule(DaySeals seals) {
        this.seals = seals;
    }

    @Bean
    RecurringTask<Void> insightDaySeals() {
        return Tasks.recurring("insight-day-seals", FixedDelay.of(EVERY))
                .execute((instance, context) -> seals.catchUp());
    }

    /** Early, so that no run goes on while the application comes down around it. */
    @EventListener(ContextClosedEvent.class)
    void closing() {
        seals.stop();
    }
}
