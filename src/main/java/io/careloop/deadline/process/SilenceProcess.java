package io.careloop.deadline.process;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.SilenceWatch;
import io.careloop.engine.SystemCalls;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Tells {@code processes/deadline/silence.bpmn} that nobody has to write any longer. */
@Component
class SilenceProcess implements SilenceWatch {

    private final RuntimeService runtime;
    private final SystemCalls system;

    SilenceProcess(RuntimeService runtime, SystemCalls system) {
        this.runtime = runtime;
        this.system = system;
    }

    @Override
    public void end(CaseReference reference) {
        system.run(() -> runtime.createMessageCorrelation(DeadlineModel.SILENCE_OVER)
                .processInstanceBusinessKey(reference.value())
                .correlateAll());
    }
}
