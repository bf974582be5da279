package io.careloop.deadline.process;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.ClockId;
import io.careloop.deadline.Clocks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Pauses the clocks named by the input {@code clock} ({@code resolution,silence}) for the reason in the input {@code
 * pauseReason}, for as long as the reason allows. A clock that may not be paused now runs on.
 */
@Component
class PauseClockDelegate implements JavaDelegate {

    private final Clocks clocks;

    PauseClockDelegate(Clocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        clocks.pauseAll(
                CaseReference.of(execution.getProcessBusinessKey()),
                ClockId.parseAll((String) execution.getVariable(DeadlineModel.CLOCK)),
                (String) execution.getVariable(DeadlineModel.PAUSE_REASON));
    }
}
