package io.careloop.resolution.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.resolution.CaseEnding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Return to solution",
        description = "The effect was not confirmed or did not last: the same case goes another round.")
class ReturnToSolutionDelegate implements JavaDelegate {

    private final CaseEnding ending;
    private final ActingUser actingUser;

    ReturnToSolutionDelegate(CaseEnding ending, ActingUser actingUser) {
        this.ending = ending;
        this.actingUser = actingUser;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ending.takeUpAgain(CaseReference.of(execution.getProcessBusinessKey()), actingUser.id(), "");
    }
}
