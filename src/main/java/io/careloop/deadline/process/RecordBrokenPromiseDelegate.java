package io.careloop.deadline.process;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.Promises;
import io.careloop.engine.DiagramCall;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record broken promise",
        description = "Puts on record that a promise was due and not kept.",
        reads = DeadlineModel.SUBJECT)
class RecordBrokenPromiseDelegate implements JavaDelegate {

    private final Promises promises;

    RecordBrokenPromiseDelegate(Promises promises) {
        this.promises = promises;
    }

    @Override
    public void execute(DelegateExecution execution) {
        promises.breach(CaseReference.of(execution.getProcessBusinessKey()), Integer.parseInt((String)
                execution.getVariable(DeadlineModel.SUBJECT)));
    }
}
