package io.careloop.collaboration.process;

import io.careloop.collaboration.Branches;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says which department has the question now, and until when. */
@Component
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
