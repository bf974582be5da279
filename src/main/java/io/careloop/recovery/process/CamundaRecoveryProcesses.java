package io.careloop.recovery.process;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.WorkingTime;
import io.careloop.engine.SystemCalls;
import io.careloop.recovery.LedgerEntry;
import io.careloop.recovery.LedgerEntry.State;
import io.careloop.recovery.Recovery;
import io.careloop.recovery.RecoveryProcesses;
import io.careloop.recovery.RecoveryProperties;
import io.careloop.recovery.process.RecoveryModel.Message;
import io.careloop.recovery.process.RecoveryModel.Variable;
import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

@Component
class CamundaRecoveryProcesses implements RecoveryProcesses {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final SystemCalls system;
    private final WorkingTime workingTime;
    private final RecoveryProperties properties;
    private final Clock clock;

    CamundaRecoveryProcesses(
            RuntimeService runtime,
            TaskService tasks,
            SystemCalls system,
            WorkingTime workingTime,
            RecoveryProperties properties,
            Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.system = system;
        this.workingTime = workingTime;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void startCompensation(LedgerEntry entry) {
        VariableMap variables = Variables.putValue(Variable.GRANT, entry.id().toString())
                .putValue(Variable.APPROVAL_NEEDED, entry.state() == State.PROPOSED)
                .putValue(Variable.TEAM, entry.askedGroup())
                .putValue(
                        Variable.APPROVAL_DUE,
                        Date.from(workingTime.plus(clock.instant(), properties.approvalWithin())));
        start(RecoveryModel.COMPENSATION, entry.reference(), variables);
    }

    @Override
    public void compensationSettled(LedgerEntry entry) {
        if (entry.recovery() != null) {
            system.run(() -> runtime.createMessageCorrelation(Message.COMPENSATION_SETTLED)
                    .processInstanceBusinessKey(entry.reference().value())
                    .setVariable(Variable.COMPENSATED, entry.state() == State.PAID)
                    .correlateAll());
        }
    }

    @Override
    public void startRecovery(Recovery recovery, String failure, String category, int score) {
        system.run(() -> runtime.createMessageCorrelation(Message.DISSATISFACTION_NOTICED)
                .processInstanceBusinessKey(recovery.reference().value())
                .setVariable(Variable.FAILURE, failure)
                .setVariable(Variable.CATEGORY, category)
                .setVariable(Variable.SCORE, score)
                .setVariable(Variable.APOLOGY_DUE, Date.from(recovery.dueAt()))
                .correlateStartMessage());
    }

    @Override
    public void reorder(CaseReference reference, int score) {
        system.run(() -> {
            runtime.createProcessInstanceQuery()
                    .processDefinitionKey(RecoveryModel.SERVICE_RECOVERY)
                    .processInstanceBusinessKey(reference.value())
                    .list()
                    .forEach(instance -> runtime.setVariable(instance.getId(), Variable.SCORE, score));
            tasks.createTaskQuery()
                    .processDefinitionKey(RecoveryModel.SERVICE_RECOVERY)
                    .processInstanceBusinessKey(reference.value())
                    .list()
                    .forEach(task -> tasks.setPriority(task.getId(), score));
        });
    }

    @Override
    public void caseWithdrawn(CaseReference reference) {
        system.run(() -> runtime.createMessageCorrelation(Message.CASE_WITHDRAWN)
                .processInstanceBusinessKey(reference.value())
                .correlateAll());
    }

    @Override
    public void startLearning(CaseReference reference, long learning) {
        Date due = Date.from(workingTime.plusDays(clock.instant(), properties.learningDays()));
        start(
                RecoveryModel.LEARNING,
                reference,
                Variables.putValue(Variable.LEARNING, learning).putValue(Variable.LEARN_DUE, due));
    }

    private void start(String process, CaseReference reference, VariableMap variables) {
        system.run(() -> runtime.startProcessInstanceByKey(process, reference.value(), variables));
    }
}
