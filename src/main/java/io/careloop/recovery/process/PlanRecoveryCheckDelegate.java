package io.careloop.recovery.process;

import io.careloop.cases.CaseReference;
import io.careloop.recovery.Recoveries;
import io.careloop.recovery.process.RecoveryModel.Variable;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says from when until when the customer is asked whether it was made good. */
@Component
class PlanRecoveryCheckDelegate implements JavaDelegate {

    private final Recoveries recoveries;

    PlanRecoveryCheckDelegate(Recoveries recoveries) {
        this.recoveries = recoveries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Recoveries.CheckWindow window = recoveries.planCheck(CaseReference.of(execution.getProcessBusinessKey()));
        execution.setVariable(Variable.CHECK_DUE, Date.from(window.opens()));
        execution.setVariable(Variable.CHECK_UNTIL, Date.from(window.closes()));
    }
}
