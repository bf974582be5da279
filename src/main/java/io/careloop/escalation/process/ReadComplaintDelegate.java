package io.careloop.escalation.process;

import static org.camunda.bpm.engine.variable.Variables.stringValue;

import io.careloop.cases.CaseReference;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.escalation.ComplaintFacts;
import io.careloop.escalation.Complaints;
import io.careloop.escalation.process.EscalationModel.Input;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands what the customer says to the table of risks as transient variables: they are never stored. */
@Component
@DiagramCall(
        name = "Read complaint",
        description = "Hands what the customer says to the table of risks; it is never stored.",
        outputs = {
            @DiagramOutput(name = Input.TEXT, description = "the words of the customer, gone after the next table"),
            @DiagramOutput(name = Input.CHANNEL, description = "how the case reached us"),
            @DiagramOutput(name = Input.CATEGORY, description = "the category of the case")
        })
class ReadComplaintDelegate implements JavaDelegate {

    private final Complaints complaints;

    ReadComplaintDelegate(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ComplaintFacts facts = complaints.read(CaseReference.of(execution.getProcessBusinessKey()));
        execution.setVariable(Input.TEXT, stringValue(facts.text(), true));
        execution.setVariable(Input.CHANNEL, stringValue(facts.channel().name(), true));
        execution.setVariable(Input.CATEGORY, stringValue(facts.category(), true));
    }
}
