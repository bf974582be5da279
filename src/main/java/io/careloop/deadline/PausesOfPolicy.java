package io.careloop.deadline;

import io.careloop.cases.CaseReference;
import java.util.List;
import org.springframework.stereotype.Component;

/** The rules of the case say what stops its resolution for a while; nothing stops the first answer. */
@Component
class PausesOfPolicy implements PauseRules {

    private final CasePolicies policies;

    PausesOfPolicy(CasePolicies policies) {
        this.policies = policies;
    }

    @Override
    public List<PauseRule> of(String reference, ClockKind kind) {
        return switch (kind) {
            case RESOLUTION, DEPARTMENT ->
                policies.of(CaseReference.of(reference)).pauses();
            default -> List.of();
        };
    }
}
