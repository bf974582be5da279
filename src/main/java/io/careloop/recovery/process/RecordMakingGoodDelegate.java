package io.careloop.recovery.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import io.careloop.recovery.Compensations;
import io.careloop.recovery.Compensations.Outcome;
import io.careloop.recovery.Proposal;
import io.careloop.recovery.Recoveries;
import io.careloop.recovery.Recoveries.Step;
import io.careloop.recovery.process.RecoveryModel.Variable;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record making good",
        description = "Keeps what is done about the failure, and proposes the compensation if there is to be one.",
        fields = {"fixText", "kindText", "amountText", "reasonText", "stakeReasonText"},
        outputs =
                @DiagramOutput(
                        name = Variable.COMPENSATION_PROPOSED,
                        description = "whether there is to be a compensation"))
class RecordMakingGoodDelegate implements JavaDelegate {

    private final Recoveries recoveries;
    private final Compensations compensations;
    private final MakingGoodForm form;
    private final ActingUser actingUser;
    private final Refusals refusals;

    RecordMakingGoodDelegate(
            Recoveries recoveries,
            Compensations compensations,
            MakingGoodForm form,
            ActingUser actingUser,
            Refusals refusals) {
        this.recoveries = recoveries;
        this.compensations = compensations;
        this.form = form;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = CaseReference.of(execution.getProcessBusinessKey());
        FormInput input = FormInput.of(execution);
        if (recoveries.fix(reference, input.text("fixText"), actingUser.id()) instanceof Step.Refused refused) {
            throw refusals.because(refused.code());
        }
        Optional<Proposal> proposal = form.read(reference, input, execution.getActivityInstanceId());
        proposal.ifPresent(this::propose);
        execution.setVariable(Variable.COMPENSATION_PROPOSED, proposal.isPresent());
    }

    private void propose(Proposal proposal) {
        if (compensations.propose(proposal) instanceof Outcome.Refused refused) {
            throw refusals.because(refused.code(), refused.arguments().toArray());
        }
    }
}
