package io.careloop.escalation.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import io.careloop.escalation.Reviews;
import io.careloop.escalation.process.EscalationModel.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record review",
        description = "Keeps what the reviewer decided.",
        fields = {"decisionText", "answerText", "reasonText"},
        outputs = {
            @DiagramOutput(name = Variable.REVIEW_OUTCOME, description = "the decision that the form offers"),
            @DiagramOutput(name = Variable.REVIEWER, description = "user id of whoever decided")
        })
class RecordReviewDelegate implements JavaDelegate {

    private final Reviews reviews;
    private final ActingUser actingUser;
    private final Refusals refusals;

    RecordReviewDelegate(Reviews reviews, ActingUser actingUser, Refusals refusals) {
        this.reviews = reviews;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = FormInput.of(execution);
        String decision = input.code("decisionText");
        reviews.decide(
                        CaseReference.of(execution.getProcessBusinessKey()),
                        decision,
                        input.text("answerText"),
                        input.text("reasonText"),
                        actingUser.id())
                .ifPresent(code -> {
                    throw refusals.because(code);
                });
        execution.setVariable(Variable.REVIEW_OUTCOME, decision);
        execution.setVariable(Variable.REVIEWER, actingUser.id());
    }
}
