package io.careloop.recovery.process;

import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import io.careloop.recovery.Compensations;
import io.careloop.recovery.process.RecoveryModel.Variable;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record payment by hand",
        description =
                "Keeps whether a person has given the compensation to the customer; if not, it comes off the sum of the case.",
        fields = {"outcomeText", "noteText"},
        reads = Variable.GRANT,
        outputs = @DiagramOutput(name = Variable.PAID, description = "whether it was paid"))
class RecordPaymentByHandDelegate implements JavaDelegate {

    private final Compensations compensations;
    private final ActingUser actingUser;
    private final Refusals refusals;

    RecordPaymentByHandDelegate(Compensations compensations, ActingUser actingUser, Refusals refusals) {
        this.compensations = compensations;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID grant = UUID.fromString((String) execution.getVariable(Variable.GRANT));
        FormInput input = FormInput.of(execution);
        String outcome = Objects.toString(input.text("outcomeText"), "");
        String note = input.text("noteText");
        if (note == null) {
            throw refusals.because("payment-note-needed");
        }
        switch (outcome) {
            case "paid" -> compensations.paid(grant, actingUser.id(), note);
            case "not-paid" -> compensations.notPaid(grant, actingUser.id(), note);
            default -> throw refusals.because("payment-outcome-needed");
        }
        execution.setVariable(Variable.PAID, "paid".equals(outcome));
    }
}
