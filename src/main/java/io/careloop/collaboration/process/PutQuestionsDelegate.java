package io.careloop.collaboration.process;

import io.careloop.cases.CaseReference;
import io.careloop.collaboration.Branch;
import io.careloop.collaboration.Branches;
import io.careloop.collaboration.Collaboration;
import io.careloop.collaboration.Collaborations;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Names the questions that departments were asked; the list itself is never stored. */
@Component
@DiagramCall(
        name = "Put questions",
        description = "Names the questions that departments were asked, so that each of them is put.",
        outputs = {
            @DiagramOutput(
                    name = CollaborationModel.Variable.QUESTIONS,
                    description = "one entry for each question, to repeat a call activity with"),
            @DiagramOutput(
                    name = CollaborationModel.Variable.SEVERAL_DEPARTMENTS,
                    description = "whether more than one department is asked"),
            @DiagramOutput(
                    name = CollaborationModel.Variable.TASK_FORCE,
                    description = "whether they meet as a task force"),
            @DiagramOutput(
                    name = CollaborationModel.Variable.MINUTES_DUE,
                    description = "until when the minutes of a task force are written")
        })
class PutQuestionsDelegate implements JavaDelegate {

    private final Collaborations collaborations;
    private final Branches branches;

    PutQuestionsDelegate(Collaborations collaborations, Branches branches) {
        this.collaborations = collaborations;
        this.branches = branches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Collaboration run = collaborations
                .open(CaseReference.of(execution.getProcessBusinessKey()))
                .orElseThrow();
        List<Long> questions =
                collaborations.openBranches(run.id()).stream().map(Branch::id).toList();
        execution.setVariable(CollaborationModel.Variable.QUESTIONS, Variables.objectValue(questions, true));
        execution.setVariable(CollaborationModel.Variable.SEVERAL_DEPARTMENTS, questions.size() > 1);
        execution.setVariable(CollaborationModel.Variable.TASK_FORCE, run.isTaskForce());
        execution.setVariable(CollaborationModel.Variable.MINUTES_DUE, Date.from(branches.minutesBy()));
    }
}
