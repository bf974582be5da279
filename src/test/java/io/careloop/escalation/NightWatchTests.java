package io.careloop.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.cases.Conversation;
import io.careloop.collaboration.Departments;
import io.careloop.collaboration.Question;
import io.careloop.engine.MovableClock;
import io.careloop.notification.Post;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One night, hour by hour, with a case about which everything happens that staff are told of. */
@CareloopTest
class NightWatchTests {

    /** A Monday at nine in the morning in Shanghai. */
    private static final Instant MORNING = Instant.parse("2026-11-23T01:00:00Z");

    private static final Instant CLOSING = MORNING.plus(Duration.ofHours(9));

    @Autowired
    CaseWalk walk;

    @Autowired
    Escalations escalations;

    @Autowired
    Departments departments;

    @Autowired
    Conversation conversation;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Post post;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void noNoticeToTheStaffLeavesBetweenSixInTheEveningAndNineInTheMorning() {
        clock.moveTo(MORNING);
        CaseReference reference = walk.triaged("night-watch@example.org", "My parcel has not arrived");
        clock.moveTo(CLOSING.plusSeconds(60));
        escalations.escalate(reference, EscalationReason.DEMAND, "customer", "I have had enough");
        departments.ask(
                reference,
                List.of(new Question("technology", "Broken?"), new Question("billing", "Paid?")),
                false,
                "agent");
        conversation.customerWrote(reference, Channel.EMAIL, "Well?", "Is anybody there?", null);

        for (int hour = 0; hour < 15; hour++) {
            clock.moveTo(CLOSING.plus(Duration.ofHours(hour)).plusSeconds(60));
            runWhatIsDue(reference);
            post.collect();
            assertThat(left(reference)).as("%d hours after closing time", hour).isZero();
        }
        assertThat(waiting(reference)).as("what waits for the morning").isGreaterThan(3);

        clock.moveTo(CLOSING.plus(Duration.ofHours(15)).plusSeconds(60));
        runWhatIsDue(reference);
        post.collect();
        assertThat(left(reference)).isGreaterThan(3);
    }

    /** Timers and asynchronous steps of all processes of the case, until none is due any more. */
    private void runWhatIsDue(CaseReference reference) {
        for (List<Job> due = due(reference); !due.isEmpty(); due = due(reference)) {
            management.executeJob(due.get(0).getId());
        }
    }

    private List<Job> due(CaseReference reference) {
        List<String> instances =
                runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference.value()).list().stream()
                        .map(ProcessInstance::getId)
                        .toList();
        return management.createJobQuery().executable().list().stream()
                .filter(job -> instances.contains(job.getProcessInstanceId()))
                .toList();
    }

    private long left(CaseReference reference) {
        return staffMails(reference, "SENT");
    }

    private long waiting(CaseReference reference) {
        return staffMails(reference, "PENDING");
    }

    private long staffMails(CaseReference reference, String state) {
        return jdbc.sql("""
                        select count(*) from notification_outbox
                        where reference = ? and recipient_kind = 'STAFF' and state = ?""").params(reference.value(), state).query(Long.class).single();
    }
}
