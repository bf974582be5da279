package io.careloop.resolution.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.DiagramCall;
import io.careloop.resolution.CaseEnding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record resolution",
        description = "The customer confirmed that the solution works: the case counts as resolved.")
class RecordResolutionDelegate implements JavaDelegate {

    private final CaseEnding ending;

    RecordResolutionDelegate(CaseEnding ending) {
        this.ending = ending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ending.resolve(CaseReference.of(execution.getProcessBusinessKey()));
    }
}
