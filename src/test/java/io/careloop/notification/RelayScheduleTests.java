package io.careloop.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import io.careloop.cases.CaseReference;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import io.careloop.support.TestMail;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * The relay as the running application has it; the other tests call it themselves. It has a context of its own, without
 * a web server: the end of a second one would take the web applications of the first with it, which keep static state.
 */
@CareloopTest
@SpringBootTest(webEnvironment = WebEnvironment.MOCK)
@TestPropertySource(
        properties = {
            "db-scheduler.enabled=true",
            "careloop.notification.poll-interval=1s",
            // the web applications find engines by name, across all contexts of the run
            "camunda.bpm.generate-unique-process-engine-name=true"
        })
@DirtiesContext
class RelayScheduleTests {

    private static final Duration SECONDS = Duration.ofSeconds(20);

    @Autowired
    CaseWalk walk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DbSchedulerProperties scheduler;

    /** What it was at stays taken until it counts as gone: meanwhile no mail leaves and no figure is told. */
    @Test
    void aNodeThatWasKilledIsTakenForGoneWithinHalfAMinute() {
        assertThat(scheduler.getHeartbeatInterval().multipliedBy(scheduler.getMissedHeartbeatsLimit()))
                .isLessThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void theAcknowledgementLeavesWithinSecondsAndWhatWasLeftBehindFollows() {
        String address = UUID.randomUUID() + "@example.org";

        CaseReference reference = walk.registered(address, "My order has not arrived");
        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(TestMail.sentTo(address)).hasSize(1));

        // as another node, or a crash, would leave it: due, and nobody tells this node
        jdbc.sql("update notification_outbox set state = 'PENDING', next_attempt_at = now() where reference = ?")
                .param(reference.value())
                .update();
        await().atMost(SECONDS)
                .untilAsserted(() -> assertThat(TestMail.sentTo(address)).hasSize(2));
    }
}
