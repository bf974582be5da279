package io.careloop.recovery.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramInput;
import io.careloop.engine.DiagramInput.Kind;
import io.careloop.recovery.Dissatisfaction;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Note dissatisfaction",
        description =
                "Adds what happened to the dissatisfaction of the customer, and starts a recovery where the table recovery-dissatisfaction says so.",
        inputs =
                @DiagramInput(
                        name = "happening",
                        label = "What happened",
                        kind = Kind.ONE_OF,
                        values = {
                            "breach",
                            "promise-broken",
                            "reopened",
                            "third-contact",
                            "repeated-contact",
                            "solution-refused",
                            "transfer",
                            "wait"
                        }))
class NoteDissatisfactionDelegate implements JavaDelegate {

    private final Dissatisfaction dissatisfaction;

    NoteDissatisfactionDelegate(Dissatisfaction dissatisfaction) {
        this.dissatisfaction = dissatisfaction;
    }

    @Override
    public void execute(DelegateExecution execution) {
        dissatisfaction.note(
                CaseReference.of(execution.getProcessBusinessKey()),
                (String) execution.getVariableLocal("happening"),
                execution.getActivityInstanceId(),
                null,
                null);
    }
}
