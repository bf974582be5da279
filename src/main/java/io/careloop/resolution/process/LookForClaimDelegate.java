package io.careloop.resolution.process;

import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.resolution.Patience;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Look whether somebody took it",
        description = "Says whether somebody of its team has taken the request; if so, it is looked at again later.",
        outputs = {
            @DiagramOutput(name = ResolutionModel.Variable.REQUEST_CLAIMED, description = "whether somebody has"),
            @DiagramOutput(name = ResolutionModel.Variable.CLAIM_BY, description = "when it is looked at again")
        })
class LookForClaimDelegate implements JavaDelegate {

    private final TaskService tasks;
    private final Patience patience;

    LookForClaimDelegate(TaskService tasks, Patience patience) {
        this.tasks = tasks;
        this.patience = patience;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long unclaimed = tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(ResolutionModel.Task.ANALYSE_REQUEST)
                .taskUnassigned()
                .count();
        execution.setVariable(ResolutionModel.Variable.REQUEST_CLAIMED, unclaimed == 0);
        if (unclaimed == 0) {
            // the timer reads it again: an old date would fire at once, without end
            execution.setVariable(ResolutionModel.Variable.CLAIM_BY, Date.from(patience.claimBy()));
        }
    }
}
