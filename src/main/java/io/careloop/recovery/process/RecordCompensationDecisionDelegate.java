package io.careloop.recovery.process;

import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import io.careloop.recovery.Compensations;
import io.careloop.recovery.Compensations.Outcome;
import io.careloop.recovery.process.RecoveryModel.Variable;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record compensation decision",
        description =
                "Keeps whether the proposed compensation is approved. The proposer cannot, nor can anybody whose own limit is too low.",
        fields = {"decisionText", "reasonText"},
        reads = Variable.GRANT,
        outputs = @DiagramOutput(name = Variable.GRANTED, description = "whether it was approved"))
class RecordCompensationDecisionDelegate implements JavaDelegate {

    private final Compensations compensations;
    private final ActingUser actingUser;
    private final Refusals refusals;

    RecordCompensationDecisionDelegate(Compensations compensations, ActingUser actingUser, Refusals refusals) {
        this.compensations = compensations;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID grant = UUID.fromString((String) execution.getVariable(Variable.GRANT));
        FormInput input = FormInput.of(execution);
        String decision = input.text("decisionText");
        String reason = input.text("reasonText");
        Outcome outcome = decide(grant, decision, reason);
        if (outcome instanceof Outcome.Refused refused) {
            throw refusals.because(refused.code(), refused.arguments().toArray());
        }
        execution.setVariable(Variable.GRANTED, outcome instanceof Outcome.Granted);
    }

    private Outcome decide(UUID grant, String decision, String reason) {
        if ("approve".equals(decision)) {
            return compensations.approve(grant, actingUser.id(), reason);
        }
        return "refuse".equals(decision)
                ? compensations.refuse(grant, actingUser.id(), reason)
                : new Outcome.Refused("compensation-decision-needed");
    }
}
