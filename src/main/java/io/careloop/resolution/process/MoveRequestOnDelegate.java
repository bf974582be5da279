package io.careloop.resolution.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.resolution.Analysis;
import io.careloop.resolution.Patience;
import java.util.Date;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Move request on",
        description = "Offers a request that nobody took to the next team, which gets the same time to take it.",
        reads = {ResolutionModel.Variable.TEAM, ResolutionModel.Variable.NEXT_TEAM},
        outputs = {
            @DiagramOutput(name = ResolutionModel.Variable.TEAM, description = "the team that has it now"),
            @DiagramOutput(name = ResolutionModel.Variable.CLAIM_BY, description = "until when somebody of it takes it")
        })
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
