package io.careloop.engine.sandbox;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;

/** In the place of a task that works by itself: does nothing, and leaves behind what it is told. */
class WorkStandIn extends AbstractBpmnActivityBehavior {

    private final String calls;

    WorkStandIn(String calls) {
        this.calls = calls;
    }

    @Override
    public void execute(ActivityExecution execution) throws Exception {
        executeWithErrorPropagation(execution, () -> {
            Step step = new Step(
                    execution.getCurrentActivityId(), execution.getActivityInstanceId(), calls, execution::getVariable);
            Answer answer = RunningPlay.current().answers().to(step);
            if (answer instanceof Answer.Failed failed) {
                throw new BpmnError(failed.code());
            }
            execution.setVariables(((Answer.Done) answer).variables());
            leave(execution);
            return null;
        });
    }
}
