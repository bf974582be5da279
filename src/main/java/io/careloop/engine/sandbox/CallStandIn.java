package io.careloop.engine.sandbox;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;

/** In the place of a called diagram: waits until it is told how that ended. */
class CallStandIn extends AbstractBpmnActivityBehavior {

    @Override
    public void execute(ActivityExecution execution) {
        // waits
    }

    /** @param data code of the error with which it ended; null if it came to its end */
    @Override
    public void signal(ActivityExecution execution, String name, Object data) throws Exception {
        if (data instanceof String code) {
            executeWithErrorPropagation(execution, () -> {
                throw new BpmnError(code);
            });
        } else {
            leave(execution);
        }
    }
}
