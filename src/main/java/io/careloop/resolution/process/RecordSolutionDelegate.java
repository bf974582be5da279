package io.careloop.resolution.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import io.careloop.resolution.Solutions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record solution",
        description = "Keeps the one recommended solution and its finish date, to be put to the customer.",
        fields = {"solutionText", "finishDateText"})
class RecordSolutionDelegate implements JavaDelegate {

    private final Solutions solutions;
    private final ActingUser actingUser;
    private final Refusals refusals;

    RecordSolutionDelegate(Solutions solutions, ActingUser actingUser, Refusals refusals) {
        this.solutions = solutions;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = FormInput.of(execution);
        solutions
                .propose(
                        CaseReference.of(execution.getProcessBusinessKey()),
                        input.text("solutionText"),
                        input.date("finishDateText"),
                        actingUser.id())
                .ifPresent(code -> {
                    throw refusals.because(code);
                });
    }
}
