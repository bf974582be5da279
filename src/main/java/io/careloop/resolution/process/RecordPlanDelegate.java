package io.careloop.resolution.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import io.careloop.resolution.Solutions;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record plan",
        description = "Keeps who implements the solution until when; the next task goes to them with that date.",
        fields = {"actionText", "implementerText", "finishDateText", "resourcesReady"},
        outputs = {
            @DiagramOutput(
                    name = ResolutionModel.Variable.IMPLEMENTER,
                    description = "user id of whoever implements it"),
            @DiagramOutput(name = ResolutionModel.Variable.IMPLEMENTATION_DUE, description = "until when")
        })
class RecordPlanDelegate implements JavaDelegate {

    private final Solutions solutions;
    private final ActingUser actingUser;
    private final Refusals refusals;

    RecordPlanDelegate(Solutions solutions, ActingUser actingUser, Refusals refusals) {
        this.solutions = solutions;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = FormInput.of(execution);
        Solutions.Plan plan = solutions.plan(
                CaseReference.of(execution.getProcessBusinessKey()),
                input.text("actionText"),
                input.text("implementerText"),
                input.date("finishDateText"),
                input.isSet("resourcesReady"),
                actingUser.id());
        if (plan instanceof Solutions.Plan.Refused refused) {
            throw refusals.because(refused.code());
        }
        Solutions.Plan.Made made = (Solutions.Plan.Made) plan;
        execution.setVariable(ResolutionModel.Variable.IMPLEMENTER, made.implementer());
        execution.setVariable(ResolutionModel.Variable.IMPLEMENTATION_DUE, Date.from(made.dueAt()));
    }
}
