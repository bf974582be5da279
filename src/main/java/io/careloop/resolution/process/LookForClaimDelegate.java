package io.careloop.resolution.process;

import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Look whether somebody took it",
        description = "Says whether somebody of its team has taken the request.",
        outputs = @DiagramOutput(name = ResolutionModel.Variable.REQUEST_CLAIMED, description = "whether somebody has"))
class LookForClaimDelegate implements JavaDelegate {

    private final TaskService tasks;

    LookForClaimDelegate(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long unclaimed = tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(ResolutionModel.Task.ANALYSE_REQUEST)
                .taskUnassigned()
                .count();
        execution.setVariable(ResolutionModel.Variable.REQUEST_CLAIMED, unclaimed == 0);
    }
}
