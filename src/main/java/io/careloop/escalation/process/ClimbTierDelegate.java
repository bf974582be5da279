package io.careloop.escalation.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.escalation.Climbing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Enters the next tier: its limit has passed, or the reviewer wants it. */
@Component
class ClimbTierDelegate implements JavaDelegate {

    private final Climbing climbing;
    private final ActingUser actingUser;

    ClimbTierDelegate(Climbing climbing, ActingUser actingUser) {
        this.climbing = climbing;
        this.actingUser = actingUser;
    }

    @Override
    public void execute(DelegateExecution execution) {
        StandingVariables.set(
                execution, climbing.climb(CaseReference.of(execution.getProcessBusinessKey()), actingUser.id()));
    }
}
