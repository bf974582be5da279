package io.careloop.triage.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.engine.Refusals;
import io.careloop.triage.Triage;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps category, priority and team, which the tables or a person decided. */
@Component
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
        triage.record(
                CaseReference.of(execution.getProcessBusinessKey()),
                actingUser.id(),
                decided(execution, TriageModel.Variable.CATEGORY),
                decided(execution, TriageModel.Variable.PRIORITY),
                decided(execution, TriageModel.Variable.TEAM));
    }

    private String decided(DelegateExecution execution, String variable) {
        Object value = execution.getVariable(variable);
        if (value == null || value.toString().isBlank()) {
            throw refusals.because("triage-incomplete");
        }
        return value.toString();
    }
}
