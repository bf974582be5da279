package io.careloop.escalation.process;

import io.careloop.cases.CaseReference;
import io.careloop.escalation.Climbing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps that the last tier is late, and finds when managers are at work to hear it. */
@Component
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
