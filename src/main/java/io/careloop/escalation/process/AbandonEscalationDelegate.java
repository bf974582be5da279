package io.careloop.escalation.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.escalation.EscalationEnding;
import io.careloop.escalation.process.EscalationModel.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Abandon escalation",
        description = "The case is over: nothing is left to review.",
        outputs = @DiagramOutput(name = Variable.REVIEWER, description = "user id of whoever was at it"))
class AbandonEscalationDelegate implements JavaDelegate {

    private final EscalationEnding ending;

    AbandonEscalationDelegate(EscalationEnding ending) {
        this.ending = ending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(Variable.REVIEWER, ending.abandoned(CaseReference.of(execution.getProcessBusinessKey())));
    }
}
