package io.careloop.collaboration.process;

import io.careloop.collaboration.Branches;
import io.careloop.engine.DiagramCall;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Note late answer",
        description = "Keeps that the limit of the department has passed.",
        reads = CollaborationModel.Variable.BRANCH_ID)
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
