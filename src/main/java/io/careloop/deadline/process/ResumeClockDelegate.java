package io.careloop.deadline.process;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.ClockId;
import io.careloop.deadline.Clocks;
import io.careloop.deadline.DeadlineClock;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramInput;
import io.careloop.engine.DiagramInput.Kind;
import io.careloop.engine.DiagramOutput;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Resume clock",
        description = "Ends the pause that a clock has for a reason; a pause for another reason lasts.",
        inputs = {
            @DiagramInput(
                    name = DeadlineModel.CLOCK,
                    label = "Clocks",
                    description =
                            "Which clocks of the case, separated by commas. One of several of a kind has its number behind a dot: promise.3",
                    kind = Kind.CLOCK),
            @DiagramInput(
                    name = DeadlineModel.PAUSE_REASON,
                    label = "Reason",
                    description = "The rules that the case is under say how long a clock may stand still for it.",
                    kind = Kind.PAUSE_REASON)
        },
        outputs = {
            @DiagramOutput(name = "firstResponseDue", description = "when the first response is due now"),
            @DiagramOutput(name = "resolutionDue", description = "when the resolution is due now"),
            @DiagramOutput(name = "promiseDue", description = "when the promise is due now")
        })
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
