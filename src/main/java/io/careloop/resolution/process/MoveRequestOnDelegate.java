package io.careloop.resolution.process;

import io.careloop.cases.CaseReference;
import io.careloop.resolution.Analysis;
import io.careloop.resolution.Patience;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Offers a request that nobody claimed to {@code nextTeam}, which gets the same time to claim it. */
@Component
class MoveRequestOnDelegate implements JavaDelegate {

    private final Analysis analysis;
    private final Patience patience;
    private final TaskService tasks;

    MoveRequestOnDelegate(Analysis analysis, Patience patience, TaskService tasks) {
        this.analysis = analysis;
        this.patience = patience;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String team = (String) execution.getVariable(ResolutionModel.Variable.TEAM);
        String next = (String) execution.getVariable(ResolutionModel.Variable.NEXT_TEAM);
        analysis.moveOn(CaseReference.of(execution.getProcessBusinessKey()), next);
        tasks.createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(ResolutionModel.Task.ANALYSE_REQUEST)
                .list()
                .forEach(task -> {
                    tasks.deleteCandidateGroup(task.getId(), team);
                    tasks.addCandidateGroup(task.getId(), next);
                });
        execution.setVariable(ResolutionModel.Variable.TEAM, next);
        execution.setVariable(ResolutionModel.Variable.CLAIM_BY, Date.from(patience.claimBy()));
    }
}
