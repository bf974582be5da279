package io.careloop.collaboration.process;

import io.careloop.cases.CaseReference;
import io.careloop.collaboration.Collaborations;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(name = "Record minutes", description = "Keeps what a task force came to.", fields = "minutesText")
class RecordMinutesDelegate implements JavaDelegate {

    private final Collaborations collaborations;
    private final ActingUser actingUser;
    private final Refusals refusals;

    RecordMinutesDelegate(Collaborations collaborations, ActingUser actingUser, Refusals refusals) {
        this.collaborations = collaborations;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        collaborations
                .keepMinutes(
                        CaseReference.of(execution.getProcessBusinessKey()),
                        FormInput.of(execution).text("minutesText"),
                        actingUser.id())
                .ifPresent(code -> {
                    throw refusals.because(code);
                });
    }
}
