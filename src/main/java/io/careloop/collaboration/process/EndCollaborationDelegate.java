package io.careloop.collaboration.process;

import io.careloop.cases.CaseReference;
import io.careloop.collaboration.Collaborations;
import io.careloop.engine.SystemCalls;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** No question is open any more: a case whose closing waits for that goes on. */
@Component
class EndCollaborationDelegate implements JavaDelegate {

    private final Collaborations collaborations;
    private final RuntimeService runtime;
    private final SystemCalls system;

    EndCollaborationDelegate(Collaborations collaborations, RuntimeService runtime, SystemCalls system) {
        this.collaborations = collaborations;
        this.runtime = runtime;
        this.system = system;
    }

    @Override
    public void execute(DelegateExecution execution) {
        collaborations.end(CaseReference.of(execution.getProcessBusinessKey()));
        system.run(() -> runtime.createMessageCorrelation(CollaborationModel.Message.DEPARTMENTS_DONE)
                .processInstanceBusinessKey(execution.getProcessBusinessKey())
                .correlateAll());
    }
}
