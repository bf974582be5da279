package io.careloop.collaboration.process;

import io.careloop.cases.CaseReference;
import io.careloop.collaboration.Branches;
import io.careloop.collaboration.Collaborations;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says in {@code coordinatedAlready} whether a coordinator was called before: one task is enough. */
@Component
class NoteCoordinationDelegate implements JavaDelegate {

    private final Collaborations collaborations;
    private final Branches branches;

    NoteCoordinationDelegate(Collaborations collaborations, Branches branches) {
        this.collaborations = collaborations;
        this.branches = branches;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean called = collaborations.callCoordinator(CaseReference.of(execution.getProcessBusinessKey()));
        execution.setVariable(CollaborationModel.Variable.COORDINATED_ALREADY, !called);
        if (called) {
            execution.setVariable(CollaborationModel.Variable.COORDINATION_DUE, Date.from(branches.coordinateBy()));
        }
    }
}
