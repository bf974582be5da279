package io.careloop.escalation.process;

import io.careloop.cases.CaseClosed;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseRegistered;
import io.careloop.cases.CaseWithdrawn;
import io.careloop.cases.CustomerWrote;
import io.careloop.cases.DepartmentsDone;
import io.careloop.cases.OwnerChanged;
import io.careloop.engine.TaskTaken;
import io.careloop.escalation.ComplaintFacts;
import io.careloop.escalation.Complaints;
import io.careloop.escalation.Escalations;
import io.careloop.escalation.Risks;
import io.careloop.escalation.process.EscalationModel.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens to a case moves its escalation, or begins one, within the same transaction. */
@Component
class EscalationEvents {

    private final Escalations escalations;
    private final Complaints complaints;
    private final Risks risks;

    EscalationEvents(Escalations escalations, Complaints complaints, Risks risks) {
        this.escalations = escalations;
        this.complaints = complaints;
        this.risks = risks;
    }

    @EventListener
    void on(CaseRegistered event) {
        assess(event.reference(), complaints.readRequest(event.reference()));
    }

    @EventListener
    void on(CustomerWrote event) {
        assess(event.reference(), complaints.read(event.reference(), event.messageId()));
    }

    @EventListener
    void on(OwnerChanged event) {
        escalations.ownerChanged(event.reference(), event.owner());
    }

    @EventListener
    void on(CaseWithdrawn event) {
        escalations.caseEnded(event.reference());
    }

    @EventListener
    void on(CaseClosed event) {
        escalations.caseEnded(event.reference());
    }

    @EventListener
    void on(DepartmentsDone event) {
        escalations.departmentsDone(event.reference());
    }

    @EventListener
    void on(TaskTaken event) {
        if (event.processKey().equals(EscalationModel.PROCESS)
                && event.taskKey().equals(Task.REVIEW)) {
            escalations.reviewTaken(CaseReference.of(event.businessKey()), event.user());
        }
    }

    private void assess(CaseReference reference, ComplaintFacts facts) {
        escalations.noticeRisk(reference, risks.of(facts));
    }
}
