package io.careloop.insight;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** Tells what is new each second, on one of the nodes. */
@Configuration
@ConditionalOnProperty(name = "db-scheduler.enabled", matchIfMissing = true)
class ProjectionSchedule {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Projection projection;

    ProjectionSchedule(Projection projection) {
        this.projection = projection;
    }

    @Bean
    RecurringTask<Void> insightProjection() {
        return Tasks.recurring("insight-projection", FixedDelay.of(EVERY))
                .execute((instance, context) -> projection.catchUp());
    }

    /** Early, so that no run goes on while the application comes down around it. */
    @EventListener(ContextClosedEvent.class)
    void closing() {
        projection.stop();
    }
}
