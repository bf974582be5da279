package io.careloop.escalation.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.escalation.Climbing;
import io.careloop.escalation.process.EscalationModel.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Note that the last tier is late",
        description = "Keeps that the last tier is late, and finds when managers are at work to hear it.",
        outputs = @DiagramOutput(name = Variable.NOTICE_AT, description = "when whoever is to be told is at work"))
class NoteOverdueDelegate implements JavaDelegate {

    private final Climbing climbing;

    NoteOverdueDelegate(Climbing climbing) {
        this.climbing = climbing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        climbing.noteOverdue(CaseReference.of(execution.getProcessBusinessKey()));
        StandingVariables.noticeAt(execution, climbing.noticeAt());
    }
}
