package io.careloop.resolution.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import io.careloop.resolution.Solutions;
import io.careloop.resolution.Solutions.Proposal;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record solution",
        description =
                "Keeps the one recommended solution and its finish date, to be put to the customer, and why it is not the fastest route.",
        fields = {"solutionText", "finishDateText", "routeText", "routeReasonText"})
class RecordSolutionDelegate implements JavaDelegate {

    private static final String ANOTHER = "another";

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
                        new Proposal(
                                input.text("solutionText"),
                                input.date("finishDateText"),
                                ANOTHER.equals(input.code("routeText")),
                                input.text("routeReasonText")),
                        actingUser.id())
                .ifPresent(code -> {
                    throw refusals.because(code);
                });
    }
}
