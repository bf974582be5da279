package io.careloop.escalation.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.SystemCalls;
import io.careloop.escalation.EscalationProcesses;
import io.careloop.escalation.EscalationReason;
import io.careloop.escalation.process.EscalationModel.Message;
import io.careloop.escalation.process.EscalationModel.Variable;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** An escalation is an instance of {@code complaint-escalation}, beside the request of its case. */
@Component
class CamundaEscalations implements EscalationProcesses {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final SystemCalls system;

    CamundaEscalations(RuntimeService runtime, TaskService tasks, SystemCalls system) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.system = system;
    }

    @Override
    public void start(CaseReference reference, EscalationReason reason) {
        system.run(() -> runtime.createMessageCorrelation(startOf(reason))
                .processInstanceBusinessKey(reference.value())
                .setVariable(Variable.REFERENCE, reference.value())
                .correlateStartMessage());
    }

    private static String startOf(EscalationReason reason) {
        return switch (reason) {
            case BREACH, PROMISE -> Message.BREACHED;
            case DEMAND -> Message.DEMANDED;
            case RISK -> Message.RISK_NOTICED;
            case STAFF -> Message.STAFF_ASKED;
        };
    }

    @Override
    public void reasonAdded(CaseReference reference) {
        tell(reference, Message.REASON_ADDED);
    }

    @Override
    public void letGo(CaseReference reference, String user) {
        system.run(() -> tasks.createTaskQuery()
                .processDefinitionKey(EscalationModel.PROCESS)
                .processInstanceBusinessKey(reference.value())
                .taskAssignee(user)
                .list()
                .forEach(task -> tasks.setAssignee(task.getId(), null)));
    }

    @Override
    public void departmentsDone(CaseReference reference) {
        tell(reference, Message.DEPARTMENTS_DONE);
    }

    @Override
    public void caseEnded(CaseReference reference) {
        tell(reference, Message.CASE_ENDED);
    }

    /** One that has just come to its end hears nothing any more. */
    private void tell(CaseReference reference, String message) {
        system.run(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(reference.value())
                .correlateAll());
    }
}
