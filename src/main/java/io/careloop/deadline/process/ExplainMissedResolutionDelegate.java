package io.careloop.deadline.process;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.policy.PolicyMessages;
import io.careloop.engine.DiagramCall;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Explain delay to customer",
        description =
                "Tells the customer why the resolution takes longer, where the rules that the case is under ask for it; once for each due date.",
        message = true)
class ExplainMissedResolutionDelegate implements JavaDelegate {

    private final PolicyMessages messages;

    ExplainMissedResolutionDelegate(PolicyMessages messages) {
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        messages.explainMissedResolution(CaseReference.of(execution.getProcessBusinessKey()));
    }
}
