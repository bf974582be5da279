package io.careloop.deadline.process;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.ClockId;
import io.careloop.deadline.Clocks;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramInput;
import io.careloop.engine.DiagramInput.Kind;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Pause clock",
        description =
                "Lets a clock of the case stand still, for as long as the reason allows. A clock that may not be paused now runs on.",
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
        })
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
