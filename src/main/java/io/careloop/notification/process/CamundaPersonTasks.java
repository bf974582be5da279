package io.careloop.notification.process;

import io.careloop.engine.SystemCalls;
import io.careloop.notification.PersonTasks;
import io.careloop.notification.process.MessageByPersonModel.Variable;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** A task for a person is an instance of {@code message-by-person}. */
@Component
class CamundaPersonTasks implements PersonTasks {

    private final RuntimeService runtime;
    private final SystemCalls system;

    CamundaPersonTasks(RuntimeService runtime, SystemCalls system) {
        this.runtime = runtime;
        this.system = system;
    }

    @Override
    public void open(String reference, UUID messageId, Cause cause, String owner, Instant dueAt) {
        VariableMap variables = Variables.putValue(Variable.MESSAGE_ID, messageId.toString())
                .putValue(Variable.CAUSE, cause.code())
                .putValue(Variable.OWNER, owner)
                .putValue(Variable.DUE_DATE, Date.from(dueAt));
        system.run(() -> runtime.startProcessInstanceByKey(MessageByPersonModel.KEY, reference, variables));
    }

    @Override
    public void end(String reference) {
        system.run(() -> runtime.createMessageCorrelation(MessageByPersonModel.CASE_WITHDRAWN)
                .processInstanceBusinessKey(reference)
                .correlateAll());
    }
}
