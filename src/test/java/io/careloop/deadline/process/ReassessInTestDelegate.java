package io.careloop.deadline.process;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.Deadlines;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Moves the deadlines from within the process that they belong to, as triage does. */
@Component
class ReassessInTestDelegate implements JavaDelegate {

    private final Deadlines deadlines;

    ReassessInTestDelegate(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        deadlines.reassess(CaseReference.of(execution.getProcessBusinessKey()));
    }
}
