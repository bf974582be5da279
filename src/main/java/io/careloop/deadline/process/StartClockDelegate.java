package io.careloop.deadline.process;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.deadline.Limit;
import io.careloop.deadline.Promises;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramInput;
import io.careloop.engine.DiagramInput.Kind;
import io.careloop.engine.Refusals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Start clock",
        description =
                "Promises something to the customer within a limit. Its clock reminds, and lets the case climb when the limit passes.",
        inputs = {
            @DiagramInput(
                    name = StartClockDelegate.PROMISED,
                    label = "What is promised",
                    description = "One sentence, as the customer reads it.",
                    kind = Kind.TEXT),
            @DiagramInput(
                    name = StartClockDelegate.WITHIN,
                    label = "Within",
                    description = "PT2H is two hours, P2D two days.",
                    kind = Kind.LIMIT),
            @DiagramInput(
                    name = StartClockDelegate.COUNTED,
                    label = "Counted in",
                    kind = Kind.ONE_OF,
                    values = {StartClockDelegate.OPENING_HOURS, StartClockDelegate.ALL_HOURS},
                    preset = StartClockDelegate.OPENING_HOURS)
        })
class StartClockDelegate implements JavaDelegate {

    static final String PROMISED = "promised";
    static final String WITHIN = "within";
    static final String COUNTED = "counted";
    static final String OPENING_HOURS = "opening-hours";
    static final String ALL_HOURS = "all-hours";

    private final Promises promises;
    private final ActingUser actingUser;
    private final Refusals refusals;

    StartClockDelegate(Promises promises, ActingUser actingUser, Refusals refusals) {
        this.promises = promises;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ClockType type = ALL_HOURS.equals(execution.getVariable(COUNTED)) ? ClockType.ELAPSED : ClockType.BUSINESS;
        Promises.Outcome made = promises.makeWithin(
                CaseReference.of(execution.getProcessBusinessKey()),
                (String) execution.getVariable(PROMISED),
                Limit.of((String) execution.getVariable(WITHIN), type),
                actingUser.id());
        if (made instanceof Promises.Outcome.Refused refused) {
            throw refusals.because(refused.code());
        }
    }
}
