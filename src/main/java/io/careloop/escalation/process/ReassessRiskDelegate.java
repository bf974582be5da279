package io.careloop.escalation.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.escalation.Climbing;
import io.careloop.escalation.Complaints;
import io.careloop.escalation.Risks;
import io.careloop.escalation.process.EscalationModel.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Look at the risk again",
        description = "Looks again at what the customer says, since they said more.",
        outputs = {
            @DiagramOutput(
                    name = Variable.NEWLY_SENSITIVE,
                    description = "whether the case has become sensitive just now"),
            @DiagramOutput(name = Variable.SENSITIVE, description = "whether the case is left to its group alone")
        })
class ReassessRiskDelegate implements JavaDelegate {

    private final Complaints complaints;
    private final Risks risks;
    private final Climbing climbing;

    ReassessRiskDelegate(Complaints complaints, Risks risks, Climbing climbing) {
        this.complaints = complaints;
        this.risks = risks;
        this.climbing = climbing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = CaseReference.of(execution.getProcessBusinessKey());
        boolean newly = climbing.reassess(reference, risks.of(complaints.read(reference)));
        execution.setVariable(Variable.NEWLY_SENSITIVE, newly);
        if (newly) {
            execution.setVariable(Variable.SENSITIVE, true);
        }
    }
}
