package io.careloop.deadline;

import io.careloop.deadline.DeadlineClock.ClockType;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is out of our hands stops the resolution clock, for a while; nothing stops the first answer. */
@Component
class StandardPauseRules implements PauseRules {

    private static final List<PauseRule> RESOLUTION = List.of(
            rule("waiting-for-customer", "P5D"),
            rule("waiting-for-third-party", "P5D"),
            rule("customer-asked-to-wait", "P20D"));

    @Override
    public List<PauseRule> of(String reference, ClockKind kind) {
        return switch (kind) {
            case RESOLUTION, DEPARTMENT -> RESOLUTION;
            default -> List.of();
        };
    }

    private static PauseRule rule(String reason, String max) {
        return new PauseRule(reason, Limit.of(max, ClockType.BUSINESS));
    }
}
