package io.careloop.resolution.process;

import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.resolution.Patience;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Wait for customer",
        description =
                "Says how long we wait for the answer of the customer before we remind, and before a person takes over.",
        outputs = {
            @DiagramOutput(name = ResolutionModel.Variable.REMINDER_DUE, description = "when the customer is reminded"),
            @DiagramOutput(name = ResolutionModel.Variable.PERSON_DUE, description = "when a person takes over")
        })
class AskCustomerDelegate implements JavaDelegate {

    private final Patience patience;

    AskCustomerDelegate(Patience patience) {
        this.patience = patience;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Patience.Waiting waiting = patience.fromNow();
        execution.setVariable(ResolutionModel.Variable.REMINDER_DUE, Date.from(waiting.remindAt()));
        execution.setVariable(ResolutionModel.Variable.PERSON_DUE, Date.from(waiting.personAt()));
    }
}
