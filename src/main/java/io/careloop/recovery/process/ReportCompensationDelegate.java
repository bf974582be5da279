package io.careloop.recovery.process;

import io.careloop.engine.DiagramCall;
import io.careloop.recovery.Compensations;
import io.careloop.recovery.RecoveryProcesses;
import io.careloop.recovery.process.RecoveryModel.Variable;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Report compensation",
        description = "Tells the recovery that waits for it what became of the compensation.",
        reads = Variable.GRANT)
class ReportCompensationDelegate implements JavaDelegate {

    private final Compensations compensations;
    private final RecoveryProcesses processes;

    ReportCompensationDelegate(Compensations compensations, RecoveryProcesses processes) {
        this.compensations = compensations;
        this.processes = processes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID grant = UUID.fromString((String) execution.getVariable(Variable.GRANT));
        compensations.find(grant).ifPresent(processes::compensationSettled);
    }
}
