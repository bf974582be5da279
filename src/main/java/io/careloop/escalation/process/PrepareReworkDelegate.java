package io.careloop.escalation.process;

import io.careloop.escalation.Climbing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds when reviewers are at work to hear that their answer was not approved. */
@Component
class PrepareReworkDelegate implements JavaDelegate {

    private final Climbing climbing;

    PrepareReworkDelegate(Climbing climbing) {
        this.climbing = climbing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        StandingVariables.noticeAt(execution, climbing.noticeAt());
    }
}
