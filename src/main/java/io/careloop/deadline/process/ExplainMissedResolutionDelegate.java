package io.careloop.deadline.process;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.policy.PolicyMessages;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Tells the customer why the resolution takes longer, where the policy pack of the case demands that; once for each due
 * date, however often the task is reached.
 */
@Component
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
