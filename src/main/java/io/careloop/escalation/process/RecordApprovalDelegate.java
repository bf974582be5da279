package io.careloop.escalation.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramInput;
import io.careloop.engine.DiagramInput.Kind;
import io.careloop.engine.DiagramOutput;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import io.careloop.escalation.Reviews;
import io.careloop.escalation.process.EscalationModel.Variable;
import io.careloop.identity.Groups;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record approval",
        description = "Keeps what a group says to the answer to a sensitive case.",
        inputs =
                @DiagramInput(
                        name = Variable.APPROVER,
                        label = "Group that approves",
                        kind = Kind.ONE_OF,
                        values = {"legal", "quality"}),
        fields = {"decisionText", "reasonText"},
        outputs = {
            @DiagramOutput(name = Variable.LEGAL_APPROVED, description = "what the group legal said"),
            @DiagramOutput(name = Variable.QUALITY_APPROVED, description = "what the group quality said")
        })
class RecordApprovalDelegate implements JavaDelegate {

    private final Reviews reviews;
    private final ActingUser actingUser;
    private final Refusals refusals;

    RecordApprovalDelegate(Reviews reviews, ActingUser actingUser, Refusals refusals) {
        this.reviews = reviews;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String approver = (String) execution.getVariableLocal(Variable.APPROVER);
        FormInput input = FormInput.of(execution);
        Boolean approved = approved(input.code("decisionText"));
        reviews.approve(
                        CaseReference.of(execution.getProcessBusinessKey()),
                        approver,
                        approved,
                        input.text("reasonText"),
                        actingUser.id())
                .ifPresent(code -> {
                    throw refusals.because(code);
                });
        execution.setVariable(
                approver.equals(Groups.LEGAL) ? Variable.LEGAL_APPROVED : Variable.QUALITY_APPROVED, approved);
    }

    private static Boolean approved(String decision) {
        if ("approve".equals(decision)) {
            return true;
        }
        return "reject".equals(decision) ? false : null;
    }
}
