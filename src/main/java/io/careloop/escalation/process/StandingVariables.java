package io.careloop.escalation.process;

import io.careloop.escalation.Standing;
import io.careloop.escalation.process.EscalationModel.Variable;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Tells a process where its escalation stands. */
final class StandingVariables {

    /** By it the clocks know which of a case's escalations an instance is. */
    private static final String CLOCK_SUBJECT = "clockSubject";

    static void set(DelegateExecution execution, Standing standing) {
        execution.setVariable(Variable.TEAM, standing.team());
        execution.setVariable(Variable.SENSITIVE, standing.sensitive());
        execution.setVariable(Variable.REVIEWER, null);
        execution.setVariable(Variable.REVIEW_DUE, Date.from(standing.dueAt()));
        execution.setVariable(Variable.CLIMB_AT, Date.from(standing.climbAt()));
        execution.setVariable(Variable.OVERDUE_AT, Date.from(standing.overdueAt()));
        execution.setVariable(CLOCK_SUBJECT, standing.clockSubject());
        noticeAt(execution, standing.noticeAt());
    }

    static void noticeAt(DelegateExecution execution, Instant at) {
        execution.setVariable(Variable.NOTICE_AT, Date.from(at));
    }

    private StandingVariables() {}
}
