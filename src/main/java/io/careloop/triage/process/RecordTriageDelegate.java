package io.careloop.triage.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import io.careloop.identity.Groups;
import io.careloop.triage.Triage;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record triage",
        description = "Keeps category, priority and team, which the tables or a person decided.",
        fields = {"category", "priority", "team"},
        outputs = {
            @DiagramOutput(name = TriageModel.Variable.CATEGORY, description = "the category of the case"),
            @DiagramOutput(name = TriageModel.Variable.PRIORITY, description = "its priority"),
            @DiagramOutput(name = TriageModel.Variable.TEAM, description = "the group that works on it")
        })
class RecordTriageDelegate implements JavaDelegate {

    private final Triage triage;
    private final ActingUser actingUser;
    private final Refusals refusals;

    RecordTriageDelegate(Triage triage, ActingUser actingUser, Refusals refusals) {
        this.triage = triage;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput decided = FormInput.of(execution);
        String category = decided.code(TriageModel.Variable.CATEGORY);
        String priority = decided.code(TriageModel.Variable.PRIORITY);
        String team = decided.code(TriageModel.Variable.TEAM);
        if (category == null || priority == null || !Groups.WORKING.contains(team)) {
            throw refusals.because("triage-incomplete");
        }
        triage.record(CaseReference.of(execution.getProcessBusinessKey()), actingUser.id(), category, priority, team);
        execution.setVariable(TriageModel.Variable.CATEGORY, category);
        execution.setVariable(TriageModel.Variable.PRIORITY, priority);
        execution.setVariable(TriageModel.Variable.TEAM, team);
    }
}
