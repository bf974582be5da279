package io.careloop.resolution.process;

import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.engine.FormInput;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps whether the customer wants somebody else to look at the case; a box that was not shown is not ticked. */
@Component
@DiagramCall(
        name = "Record reading",
        description = "Keeps whether the customer wants somebody else to look at the case.",
        fields = "escalationDemanded",
        outputs =
                @DiagramOutput(
                        name = ResolutionModel.Variable.ESCALATION_DEMANDED,
                        description = "whether they want it"))
class RecordReadingDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        boolean demanded = FormInput.of(execution).isSet(ResolutionModel.Variable.ESCALATION_DEMANDED);
        execution.setVariable(ResolutionModel.Variable.ESCALATION_DEMANDED, demanded);
    }
}
