package io.careloop.escalation.process;

import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.escalation.Climbing;
import io.careloop.escalation.process.EscalationModel.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Prepare rework",
        description = "Finds when reviewers are at work to hear that the complaint is theirs again.",
        outputs = @DiagramOutput(name = Variable.NOTICE_AT, description = "when whoever is to be told is at work"))
class PrepareReworkDelegate implements JavaDelegate {

    private final Climbing climbing;

    PrepareReworkDelegate(Climbing climbing) {
        this.climbing = climbing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        StandingVariables.noticeAt(execution, climbing.noticeAt());
    }
}
