package io.careloop.escalation.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.DiagramCall;
import io.careloop.escalation.EscalationEnding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(name = "Hand back", description = "The escalation ends, and the owner goes on with the case.")
class HandBackDelegate implements JavaDelegate {

    private final EscalationEnding ending;

    HandBackDelegate(EscalationEnding ending) {
        this.ending = ending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ending.handedBack(CaseReference.of(execution.getProcessBusinessKey()));
    }
}
