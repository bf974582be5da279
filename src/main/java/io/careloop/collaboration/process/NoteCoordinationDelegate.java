package io.careloop.collaboration.process;

import io.careloop.cases.CaseReference;
import io.careloop.collaboration.Branches;
import io.careloop.collaboration.Collaborations;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Note that a coordinator is needed",
        description = "Keeps that a coordinator was called, so that one task is enough.",
        outputs = {
            @DiagramOutput(
                    name = CollaborationModel.Variable.COORDINATED_ALREADY,
                    description = "whether a coordinator was called before"),
            @DiagramOutput(
                    name = CollaborationModel.Variable.COORDINATION_DUE,
                    description = "until when the coordinator should have looked after it")
        })
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
