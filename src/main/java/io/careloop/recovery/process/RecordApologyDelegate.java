package io.careloop.recovery.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import io.careloop.recovery.Recoveries;
import io.careloop.recovery.Recoveries.Step;
import io.careloop.recovery.process.RecoveryModel.Variable;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record apology",
        description = "Keeps the apology; whoever wrote it stands for the recovery from now on.",
        fields = "apologyText",
        outputs = {
            @DiagramOutput(name = Variable.RECOVERY_OWNER, description = "user id of whoever apologised"),
            @DiagramOutput(name = Variable.MAKE_GOOD_DUE, description = "until when it is made good")
        })
class RecordApologyDelegate implements JavaDelegate {

    private final Recoveries recoveries;
    private final ActingUser actingUser;
    private final Refusals refusals;

    RecordApologyDelegate(Recoveries recoveries, ActingUser actingUser, Refusals refusals) {
        this.recoveries = recoveries;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String words = FormInput.of(execution).text("apologyText");
        Step step = recoveries.apologise(CaseReference.of(execution.getProcessBusinessKey()), words, actingUser.id());
        if (step instanceof Step.Refused refused) {
            throw refusals.because(refused.code());
        }
        execution.setVariable(Variable.RECOVERY_OWNER, actingUser.id());
        execution.setVariable(Variable.MAKE_GOOD_DUE, Date.from(((Step.Done) step).nextBy()));
    }
}
