package io.careloop.deadline.process;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseReference;
import io.careloop.deadline.ClockId;
import io.careloop.deadline.Clocks;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Ends the pause that the clock named by the input {@code clock} has for the reason in the input {@code pauseReason}; a
 * pause for another reason lasts. {@code <kind>Due} of this instance is when the clock is due now.
 */
@Component
class ResumeClockDelegate implements JavaDelegate {

    private final Clocks clocks;

    ResumeClockDelegate(Clocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ClockId clock = ClockId.parse((String) execution.getVariable(DeadlineModel.CLOCK));
        clocks.resume(
                        CaseReference.of(execution.getProcessBusinessKey()),
                        clock,
                        (String) execution.getVariable(DeadlineModel.PAUSE_REASON),
                        Actors.SYSTEM)
                .ifPresent(resumed ->
                        execution.setVariable(DeadlineModel.dueVariable(clock.kind()), Date.from(resumed.dueAt())));
    }
}
