package io.careloop.resolution.process;

import io.careloop.cases.CaseReference;
import io.careloop.resolution.CaseEnding;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The follow-up is over: the case is closed, unless somebody still works on it; that leaves by the boundary event. */
@Component
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
