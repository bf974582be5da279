package io.careloop.intake;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Used keys are of no use once nobody repeats a request any more. */
@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

    private static final Duration EVERY = Duration.ofHours(6);

    @Bean
    RecurringTask<Void> forgetUsedKeys(IdempotencyKeys keys, IntakeSettings settings, Clock clock) {
        return Tasks.recurring("intake-forget-keys", FixedDelay.of(EVERY))
                .execute(
                        (instance, context) -> keys.forgetBefore(clock.instant().minus(settings.idempotencyKept())));
    }
}
