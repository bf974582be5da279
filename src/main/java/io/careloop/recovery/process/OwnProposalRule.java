package io.careloop.recovery.process;

import io.careloop.engine.AssignmentRule;
import io.careloop.engine.SystemCalls;
import io.careloop.recovery.Compensations;
import io.careloop.recovery.LedgerEntry;
import io.careloop.recovery.process.RecoveryModel.Variable;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Who proposed a compensation does not even get the task to approve it, by whatever road. */
@Component
class OwnProposalRule implements AssignmentRule {

    private final TaskService tasks;
    private final SystemCalls system;
    private final Compensations compensations;

    OwnProposalRule(TaskService tasks, SystemCalls system, Compensations compensations) {
        this.tasks = tasks;
        this.system = system;
        this.compensations = compensations;
    }

    @Override
    public Optional<String> refusalOf(Assignment assignment) {
        if (!RecoveryModel.APPROVE_COMPENSATION.equals(assignment.taskKey())) {
            return Optional.empty();
        }
        String grant = (String) system.ask(() -> tasks.getVariable(assignment.taskId(), Variable.GRANT));
        return Optional.ofNullable(grant)
                .map(UUID::fromString)
                .flatMap(compensations::find)
                .map(LedgerEntry::proposer)
                .filter(assignment.user()::equals)
                .map(proposer -> "compensation-own-proposal");
    }
}
