package io.careloop.notification.process;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks regularly, on one of the nodes, for approvals that nobody is there to give. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "db-scheduler.enabled", matchIfMissing = true)
class AbsentApproversSchedule {

    private static final Duration EVERY = Duration.ofMinutes(10);

    @Bean
    RecurringTask<Void> absentApproversTask(AbsentApprovers approvers) {
        return Tasks.recurring("notification-absent-approvers", FixedDelay.of(EVERY))
                .execute((instance, context) -> approvers.lookAgain());
    }
}
