package io.careloop.escalation.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramInput;
import io.careloop.engine.DiagramInput.Kind;
import io.careloop.escalation.EscalationReason;
import io.careloop.escalation.Escalations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Escalate complaint",
        description =
                "Lets the complaint climb. A case that is over stays as it is, and one that climbs already only gets the reason.",
        inputs =
                @DiagramInput(
                        name = "escalationReason",
                        label = "Reason",
                        description = "Why the complaint climbs.",
                        kind = Kind.ONE_OF,
                        values = {"breach", "promise", "demand", "risk", "staff"}))
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
