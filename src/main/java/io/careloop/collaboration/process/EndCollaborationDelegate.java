package io.careloop.collaboration.process;

import io.careloop.cases.CaseReference;
import io.careloop.collaboration.Collaborations;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.SystemCalls;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "End collaboration",
        description = "No question to a department is open any more: a case whose closing waited for that goes on.")
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
