package io.careloop.resolution.process;

import io.careloop.resolution.Patience;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says how long we wait for the answer before we remind, and before a person takes over. */
@Component
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
