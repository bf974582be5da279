package io.careloop.escalation.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.escalation.Climbing;
import io.careloop.escalation.process.EscalationModel.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Climb tier",
        description = "Enters the next tier: its limit has passed, or the reviewer wants it.",
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
class ClimbTierDelegate implements JavaDelegate {

    private final Climbing climbing;
    private final ActingUser actingUser;

    ClimbTierDelegate(Climbing climbing, ActingUser actingUser) {
        this.climbing = climbing;
        this.actingUser = actingUser;
    }

    @Override
    public void execute(DelegateExecution execution) {
        StandingVariables.set(
                execution, climbing.climb(CaseReference.of(execution.getProcessBusinessKey()), actingUser.id()));
    }
}
