package io.careloop.collaboration.process;

import io.careloop.collaboration.Branches;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The limit of the department is over. */
@Component
class NoteLateAnswerDelegate implements JavaDelegate {

    private final Branches branches;

    NoteLateAnswerDelegate(Branches branches) {
        this.branches = branches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        branches.noteLate((Long) execution.getVariable(CollaborationModel.Variable.BRANCH_ID));
    }
}
