package io.careloop.recovery.process;

import io.careloop.deadline.WorkingTime;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.recovery.Payouts;
import io.careloop.recovery.Payouts.Outcome;
import io.careloop.recovery.RecoveryProperties;
import io.careloop.recovery.process.RecoveryModel.Variable;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Pay compensation",
        description = "Has the compensation paid; as long as that is not decided it is tried again.",
        reads = Variable.GRANT,
        outputs = {
            @DiagramOutput(name = Variable.PAID, description = "whether it was paid"),
            @DiagramOutput(name = Variable.PAY_DUE, description = "until when a person pays it otherwise")
        },
        outsideEffect = true)
class PayCompensationDelegate implements JavaDelegate {

    private final Payouts payouts;
    private final WorkingTime workingTime;
    private final RecoveryProperties properties;
    private final Clock clock;

    PayCompensationDelegate(Payouts payouts, WorkingTime workingTime, RecoveryProperties properties, Clock clock) {
        this.payouts = payouts;
        this.workingTime = workingTime;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Outcome outcome = payouts.pay(UUID.fromString((String) execution.getVariable(Variable.GRANT)));
        if (outcome instanceof Outcome.Later later) {
            throw new IllegalStateException(later.why());
        }
        execution.setVariable(Variable.PAID, outcome instanceof Outcome.Paid);
        execution.setVariable(
                Variable.PAY_DUE, Date.from(workingTime.plus(clock.instant(), properties.approvalWithin())));
    }
}
