package io.careloop.deadline;

import io.careloop.cases.CaseReference;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The rules of the case say what stops its resolution for a while; nothing stops the first answer. */
@Component
class PausesOfPolicy implements PauseRules {

    /** Whoever has a question of ours to answer has heard from us, however long they take; no person pauses that. */
    private static final List<PauseRule> SILENCE = List.of(
            new PauseRule(Pause.WAITING_FOR_CUSTOMER, Set.of(), Limit.of("PT2160H", DeadlineClock.ClockType.ELAPSED)));

    private final CasePolicies policies;

    PausesOfPolicy(CasePolicies policies) {
        this.policies = policies;
    }

    @Override
    public List<PauseRule> of(String reference, ClockKind kind) {
        return switch (kind) {
            case RESOLUTION, DEPARTMENT ->
                policies.of(CaseReference.of(reference)).pauses();
            case SILENCE -> SILENCE;
            default -> List.of();
        };
    }

    @Override
    public Set<String> reasons() {
        return policies.pauseReasons();
    }
}
