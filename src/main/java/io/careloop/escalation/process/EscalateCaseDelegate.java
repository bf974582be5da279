package io.careloop.escalation.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.escalation.EscalationReason;
import io.careloop.escalation.Escalations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Lets the complaint climb, from any diagram of its case. The input {@code escalationReason} says why: the code of an
 * {@link EscalationReason}. A case that is over stays as it is, and one that climbs already only gets the reason.
 */
@Component
class EscalateCaseDelegate implements JavaDelegate {

    private final Escalations escalations;
    private final ActingUser actingUser;

    EscalateCaseDelegate(Escalations escalations, ActingUser actingUser) {
        this.escalations = escalations;
        this.actingUser = actingUser;
    }

    @Override
    public void execute(DelegateExecution execution) {
        escalations.escalate(
                CaseReference.of(execution.getProcessBusinessKey()),
                EscalationReason.of((String) execution.getVariable("escalationReason")),
                actingUser.id(),
                null);
    }
}
