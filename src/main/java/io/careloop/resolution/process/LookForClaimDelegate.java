package io.careloop.resolution.process;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says in {@code requestClaimed} whether the request waits for nobody of its team to take it. */
@Component
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
