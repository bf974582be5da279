package io.careloop.notification.process;

import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import io.careloop.notification.Tellings;
import io.careloop.notification.process.MessageByPersonModel.Variable;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record telling",
        description = "Keeps whether the customer has been told by a person.",
        fields = {"outcomeText", "noteText"},
        reads = Variable.MESSAGE_ID,
        outputs = @DiagramOutput(name = Variable.OUTCOME, description = "told, again or not-reached"))
class RecordTellingDelegate implements JavaDelegate {

    private static final String TOLD = "told";
    private static final String AGAIN = "again";
    private static final String NOT_REACHED = "not-reached";

    private final Tellings tellings;
    private final ActingUser actingUser;
    private final Refusals refusals;

    RecordTellingDelegate(Tellings tellings, ActingUser actingUser, Refusals refusals) {
        this.tellings = tellings;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID message = UUID.fromString((String) execution.getVariable(Variable.MESSAGE_ID));
        FormInput input = FormInput.of(execution);
        String outcome = Objects.toString(input.text("outcomeText"), "");
        String note = input.text("noteText");
        switch (outcome) {
            case TOLD -> tellings.told(message, actingUser.id(), note);
            case AGAIN -> sendAgain(message, note);
            case NOT_REACHED -> tellings.notReached(message, actingUser.id(), note);
            default -> throw refusals.because("telling-outcome-needed");
        }
        execution.setVariable(Variable.OUTCOME, outcome);
    }

    private void sendAgain(UUID message, String note) {
        if (!tellings.find(message).orElseThrow().hasAddress()) {
            throw refusals.because("telling-no-address");
        }
        tellings.sendAgain(message, actingUser.id(), note);
    }
}
