package io.careloop.resolution.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.DiagramCall;
import io.careloop.resolution.CaseEnding;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Close case",
        description = "Closes the case, unless somebody still works on it.",
        errors = ResolutionModel.Error.CLOSING_HELD_UP)
class CloseCaseDelegate implements JavaDelegate {

    private final CaseEnding ending;

    CloseCaseDelegate(CaseEnding ending) {
        this.ending = ending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ending.close(CaseReference.of(execution.getProcessBusinessKey())).ifPresent(reason -> {
            throw new BpmnError(ResolutionModel.Error.CLOSING_HELD_UP);
        });
    }
}
