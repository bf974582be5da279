package io.careloop.recovery.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import io.careloop.recovery.CheckAnswer;
import io.careloop.recovery.Recoveries;
import io.careloop.recovery.Recoveries.CheckOutcome;
import io.careloop.recovery.process.RecoveryModel.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record recovery check",
        description = "Keeps what the customer says of how it was made good, and what had caused the failure.",
        fields = {"answerText", "noteText", "causeText"},
        outputs = {
            @DiagramOutput(name = Variable.ANSWER, description = "what the customer said"),
            @DiagramOutput(name = Variable.ANOTHER_TRY, description = "whether the customer is asked again")
        })
class RecordRecoveryCheckDelegate implements JavaDelegate {

    private final Recoveries recoveries;
    private final ActingUser actingUser;
    private final Refusals refusals;

    RecordRecoveryCheckDelegate(Recoveries recoveries, ActingUser actingUser, Refusals refusals) {
        this.recoveries = recoveries;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = FormInput.of(execution);
        CheckAnswer answer = CheckAnswer.of(input.text("answerText"));
        CheckOutcome outcome = recoveries.check(
                CaseReference.of(execution.getProcessBusinessKey()),
                answer,
                input.text("noteText"),
                input.code("causeText"),
                actingUser.id());
        if (outcome instanceof CheckOutcome.Refused refused) {
            throw refusals.because(refused.code());
        }
        execution.setVariable(Variable.ANSWER, answer.code());
        execution.setVariable(Variable.ANOTHER_TRY, ((CheckOutcome.Taken) outcome).anotherTry());
    }
}
