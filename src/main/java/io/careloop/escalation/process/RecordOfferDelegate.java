package io.careloop.escalation.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import io.careloop.escalation.Climbing;
import io.careloop.escalation.Reviews;
import io.careloop.escalation.process.EscalationModel.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record offer",
        description = "Keeps what the negotiator offers above standard, or why nothing is offered.",
        fields = {"decisionText", "offerText", "reasonText"},
        outputs = {
            @DiagramOutput(name = Variable.OFFER_MADE, description = "whether something is offered"),
            @DiagramOutput(name = Variable.NOTICE_AT, description = "when whoever is to be told is at work")
        })
class RecordOfferDelegate implements JavaDelegate {

    private final Reviews reviews;
    private final Climbing climbing;
    private final ActingUser actingUser;
    private final Refusals refusals;

    RecordOfferDelegate(Reviews reviews, Climbing climbing, ActingUser actingUser, Refusals refusals) {
        this.reviews = reviews;
        this.climbing = climbing;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = FormInput.of(execution);
        boolean made = "offer".equals(input.code("decisionText"));
        String offer = input.text("offerText");
        reviews.offer(
                        CaseReference.of(execution.getProcessBusinessKey()),
                        made ? offer : null,
                        input.text("reasonText"),
                        actingUser.id())
                .ifPresent(code -> {
                    throw refusals.because(code);
                });
        execution.setVariable(Variable.OFFER_MADE, made);
        StandingVariables.noticeAt(execution, climbing.noticeAt());
    }
}
