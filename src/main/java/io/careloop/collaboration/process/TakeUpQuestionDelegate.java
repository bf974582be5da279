package io.careloop.collaboration.process;

import io.careloop.collaboration.Branches;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Take up question",
        description = "Says which department has the question now, and until when.",
        reads = CollaborationModel.Variable.BRANCH_ID,
        outputs = {
            @DiagramOutput(name = CollaborationModel.Variable.TEAM, description = "the group of the department"),
            @DiagramOutput(
                    name = CollaborationModel.Variable.BRANCH_HALF,
                    description = "when half of its limit has passed"),
            @DiagramOutput(name = CollaborationModel.Variable.BRANCH_DUE, description = "when its limit has passed")
        })
class TakeUpQuestionDelegate implements JavaDelegate {

    private final Branches branches;

    TakeUpQuestionDelegate(Branches branches) {
        this.branches = branches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Branches.Turn turn = branches.takeUp((Long) execution.getVariable(CollaborationModel.Variable.BRANCH_ID));
        execution.setVariable(CollaborationModel.Variable.TEAM, turn.department());
        execution.setVariable(CollaborationModel.Variable.BRANCH_HALF, Date.from(turn.halfAt()));
        execution.setVariable(CollaborationModel.Variable.BRANCH_DUE, Date.from(turn.dueAt()));
    }
}
