package io.careloop.escalation.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.DiagramCall;
import io.careloop.escalation.Climbing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(name = "Restrict case", description = "Leaves a sensitive case to its group.")
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
