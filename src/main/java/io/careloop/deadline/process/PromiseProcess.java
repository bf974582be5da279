package io.careloop.deadline.process;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.ClockKind;
import io.careloop.deadline.DeadlineClock;
import io.careloop.deadline.PromiseWatch;
import io.careloop.deadline.Promises;
import io.careloop.engine.SystemCalls;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts {@code processes/deadline/promise.bpmn} for each promise. */
@Component
class PromiseProcess implements PromiseWatch {

    private final RuntimeService runtime;
    private final SystemCalls system;

    PromiseProcess(RuntimeService runtime, SystemCalls system) {
        this.runtime = runtime;
        this.system = system;
    }

    @Override
    public void start(CaseReference reference, int number, DeadlineClock clock) {
        Map<String, Object> variables = Map.of(
                DeadlineModel.SUBJECT,
                String.valueOf(number),
                DeadlineModel.dueVariable(ClockKind.PROMISE),
                Date.from(clock.dueAt()),
                DeadlineModel.noticeVariable(ClockKind.PROMISE),
                Date.from(clock.timerAt()));
        system.run(() -> runtime.startProcessInstanceByKey(Promises.PROCESS, reference.value(), variables));
    }

    @Override
    public void end(CaseReference reference, int number) {
        system.run(() -> runtime.createMessageCorrelation(DeadlineModel.PROMISE_ENDED)
                .processInstanceBusinessKey(reference.value())
                .processInstanceVariableEquals(DeadlineModel.SUBJECT, String.valueOf(number))
                .correlateAll());
    }
}
