package io.careloop.collaboration.process;

import io.careloop.cases.CaseReference;
import io.careloop.collaboration.Collaborations;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** No question is open any more: a case whose closing waits for that goes on. */
@Component
class EndCollaborationDelegate implements JavaDelegate {

    private final Collaborations collaborations;
    private final RuntimeService runtime;

    EndCollaborationDelegate(Collaborations collaborations, RuntimeService runtime) {
        this.collaborations = collaborations;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        collaborations.end(CaseReference.of(execution.getProcessBusinessKey()));
        runtime.createMessageCorrelation(CollaborationModel.Message.DEPARTMENTS_DONE)
                .processInstanceBusinessKey(execution.getProcessBusinessKey())
                .correlateAll();
    }
}
