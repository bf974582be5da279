package io.careloop.deadline.process;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.ClockId;
import io.careloop.deadline.Clocks;
import io.careloop.deadline.DeadlineClock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Ends the pauses that the clocks named by the input {@code clock} ({@code resolution,silence}) have for the reason in the
 * input {@code pauseReason}; a pause for another reason lasts. {@code <kind>Due} of this instance, if it has that, is when
 * the clock is due now.
 */
@Component
class ResumeClockDelegate implements JavaDelegate {

    private final Clocks clocks;

    ResumeClockDelegate(Clocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        clocks.resumeAll(
                        CaseReference.of(execution.getProcessBusinessKey()),
                        ClockId.parseAll((String) execution.getVariable(DeadlineModel.CLOCK)),
                        (String) execution.getVariable(DeadlineModel.PAUSE_REASON))
                .forEach(resumed -> keepDue(execution, resumed));
    }

    private static void keepDue(DelegateExecution execution, DeadlineClock clock) {
        String name = DeadlineModel.dueVariable(clock.kind());
        if (execution.hasVariable(name)) {
            execution.setVariable(name, Date.from(clock.dueAt()));
        }
    }
}
