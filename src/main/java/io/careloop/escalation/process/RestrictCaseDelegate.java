package io.careloop.escalation.process;

import io.careloop.cases.CaseReference;
import io.careloop.escalation.Climbing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Leaves a sensitive case to its group. */
@Component
class RestrictCaseDelegate implements JavaDelegate {

    private final Climbing climbing;

    RestrictCaseDelegate(Climbing climbing) {
        this.climbing = climbing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        climbing.restrict(CaseReference.of(execution.getProcessBusinessKey()));
    }
}
