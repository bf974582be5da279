package io.careloop.escalation.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.DiagramCall;
import io.careloop.escalation.EscalationEnding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(name = "Close escalation", description = "The customer has the final answer.")
class CloseEscalationDelegate implements JavaDelegate {

    private final EscalationEnding ending;

    CloseEscalationDelegate(EscalationEnding ending) {
        this.ending = ending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ending.answered(CaseReference.of(execution.getProcessBusinessKey()));
    }
}
