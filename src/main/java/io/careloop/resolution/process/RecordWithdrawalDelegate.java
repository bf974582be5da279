package io.careloop.resolution.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramInput;
import io.careloop.engine.DiagramInput.Kind;
import io.careloop.resolution.CaseEnding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record withdrawal",
        description = "The customer took the request back: the case ends.",
        inputs =
                @DiagramInput(
                        name = "actor",
                        label = "Taken down by",
                        description = "User id of whoever took the withdrawal down.",
                        kind = Kind.TEXT))
class RecordWithdrawalDelegate implements JavaDelegate {

    private final CaseEnding ending;

    RecordWithdrawalDelegate(CaseEnding ending) {
        this.ending = ending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ending.withdraw(
                CaseReference.of(execution.getProcessBusinessKey()), (String) execution.getVariableLocal("actor"));
    }
}
