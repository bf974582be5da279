package io.careloop.recovery.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.recovery.Recoveries;
import io.careloop.recovery.process.RecoveryModel.Variable;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Plan recovery check",
        description = "Says from when until when the customer is asked whether it was made good.",
        outputs = {
            @DiagramOutput(name = Variable.CHECK_DUE, description = "from when on"),
            @DiagramOutput(name = Variable.CHECK_UNTIL, description = "until when")
        })
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
