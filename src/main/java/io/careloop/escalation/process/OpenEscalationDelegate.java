package io.careloop.escalation.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.escalation.Climbing;
import io.careloop.escalation.process.EscalationModel.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Open escalation",
        description = "Enters the first tier, which depends on the risk.",
        reads = Variable.RISK,
        outputs = {
            @DiagramOutput(name = Variable.TEAM, description = "the group of the tier"),
            @DiagramOutput(name = Variable.SENSITIVE, description = "whether the case is left to its group alone"),
            @DiagramOutput(name = Variable.REVIEWER, description = "nobody yet"),
            @DiagramOutput(name = Variable.REVIEW_DUE, description = "until when the tier decides"),
            @DiagramOutput(name = Variable.CLIMB_AT, description = "when the next tier takes over"),
            @DiagramOutput(name = Variable.OVERDUE_AT, description = "when the last tier is late"),
            @DiagramOutput(name = "clockSubject", description = "the number of the escalation"),
            @DiagramOutput(name = Variable.NOTICE_AT, description = "when the reviewers are at work to hear of it")
        })
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
