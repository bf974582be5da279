package io.careloop.escalation.process;

import io.careloop.cases.CaseReference;
import io.careloop.escalation.Climbing;
import io.careloop.escalation.process.EscalationModel.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Enters the first tier, which depends on the risk. */
@Component
class OpenEscalationDelegate implements JavaDelegate {

    private final Climbing climbing;

    OpenEscalationDelegate(Climbing climbing) {
        this.climbing = climbing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String risk = (String) execution.getVariable(Variable.RISK);
        StandingVariables.set(execution, climbing.begin(CaseReference.of(execution.getProcessBusinessKey()), risk));
    }
}
