package io.careloop.triage.process;

import static org.camunda.bpm.engine.variable.Variables.integerValue;
import static org.camunda.bpm.engine.variable.Variables.stringValue;

import io.careloop.cases.CaseReference;
import io.careloop.triage.RequestFacts;
import io.careloop.triage.Triage;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands the request to the tables as transient variables: they are never stored. */
@Component
class ReadRequestDelegate implements JavaDelegate {

    private final Triage triage;

    ReadRequestDelegate(Triage triage) {
        this.triage = triage;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RequestFacts facts = triage.read(CaseReference.of(execution.getProcessBusinessKey()));
        execution.setVariable(TriageModel.Input.TEXT, stringValue(facts.text(), true));
        execution.setVariable(TriageModel.Input.URGENCY, stringValue(facts.urgency(), true));
        execution.setVariable(TriageModel.Input.RECENT_CASES, integerValue(facts.recentCases(), true));
    }
}
