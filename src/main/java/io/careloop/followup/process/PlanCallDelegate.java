package io.careloop.followup.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.followup.FollowUpCalls;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Plan call",
        description = "Says from when until when the customer is called.",
        outputs = {
            @DiagramOutput(name = FollowupModel.Variable.CALL_DUE, description = "from when on"),
            @DiagramOutput(name = FollowupModel.Variable.CALL_UNTIL, description = "until when")
        })
class PlanCallDelegate implements JavaDelegate {

    private final FollowUpCalls calls;

    PlanCallDelegate(FollowUpCalls calls) {
        this.calls = calls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FollowUpCalls.Window window = calls.plan(CaseReference.of(execution.getProcessBusinessKey()));
        execution.setVariable(FollowupModel.Variable.CALL_DUE, Date.from(window.opens()));
        execution.setVariable(FollowupModel.Variable.CALL_UNTIL, Date.from(window.closes()));
    }
}
