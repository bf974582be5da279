package io.careloop.triage.process;

import static org.camunda.bpm.engine.variable.Variables.integerValue;
import static org.camunda.bpm.engine.variable.Variables.stringValue;

import io.careloop.cases.CaseReference;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.triage.RequestFacts;
import io.careloop.triage.Triage;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands the request to the tables as transient variables: they are never stored. */
@Component
@DiagramCall(
        name = "Read request",
        description = "Hands the request to the tables of triage; it is never stored.",
        outputs = {
            @DiagramOutput(
                    name = TriageModel.Input.TEXT,
                    description = "the words of the customer, gone after the next table"),
            @DiagramOutput(name = TriageModel.Input.URGENCY, description = "how urgent the customer says it is"),
            @DiagramOutput(
                    name = TriageModel.Input.RECENT_CASES,
                    description = "how many cases the customer had lately")
        })
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
