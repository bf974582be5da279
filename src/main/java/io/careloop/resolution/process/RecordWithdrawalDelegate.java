package io.careloop.resolution.process;

import io.careloop.cases.CaseReference;
import io.careloop.resolution.CaseEnding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The customer took the request back: the case ends. The input {@code actor} says who took that down. */
@Component
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
