package io.careloop.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.CaseReference;
import io.careloop.resolution.ServiceRequests;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import io.careloop.support.TestMail;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of messages that have not reached a customer when they withdraw. */
@CareloopTest
class WithdrawnCasesTests {

    @Autowired
    ServiceRequests requests;

    @Autowired
    OutboxRelay relay;

    @Autowired
    Outbox outbox;

    @Autowired
    Deliveries deliveries;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    CaseWalk walk;

    private final String address = UUID.randomUUID() + "@example.org";

    @BeforeEach
    void nothingElseIsDue() {
        relay.run();
    }

    @Test
    void nobodyHasToTellThemAnythingButThatTheWithdrawalIsTakenDown() {
        CaseReference reference = walk.registered(phone(), "The lamp is broken");
        String telling = walk.task(reference, "Activity_TellCustomer").getProcessInstanceId();

        requests.withdraw(reference, "customer");

        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(telling)
                        .singleResult()
                        .getEndActivityId())
                .isEqualTo("Event_NothingLeftToTell");
        assertThat(acknowledgement(reference).state()).isEqualTo(DeliveryState.DROPPED);
        String left = walk.task(reference, "Activity_TellCustomer").getId();
        UUID message = UUID.fromString((String) tasks.getVariable(left, "messageId"));
        assertThat(outbox.find(message)).hasValueSatisfying(confirmation -> {
            assertThat(confirmation.template()).isNotEqualTo("acknowledgement");
            assertThat(confirmation.state()).isEqualTo(DeliveryState.HELD);
        });
    }

    @Test
    void whatStillWaitsIsNotSentButTheConfirmationIs() {
        CaseReference reference = walk.registered(address, "The lamp is broken");

        requests.withdraw(reference, "customer");
        relay.run();

        assertThat(acknowledgement(reference).state()).isEqualTo(DeliveryState.DROPPED);
        assertThat(TestMail.sentTo(address)).hasSize(1);
    }

    @Test
    void whatWasJustBeingHandedOverCountsAsSentOnceItLeft() {
        CaseReference reference = walk.registered(address, "The lamp is broken");
        OutboxMessage inHand = deliveries.claim().orElseThrow().message();
        assertThat(inHand.reference()).isEqualTo(reference);

        requests.withdraw(reference, "customer");
        deliveries.failed(inHand, "later");
        assertThat(acknowledgement(reference).state()).isEqualTo(DeliveryState.DROPPED);
        deliveries.sent(inHand);

        assertThat(acknowledgement(reference).state()).isEqualTo(DeliveryState.SENT);
    }

    private OutboxMessage acknowledgement(CaseReference reference) {
        return outbox.toCustomerOf(reference).stream()
                .filter(message -> message.template().equals("acknowledgement"))
                .findFirst()
                .orElseThrow();
    }

    private static String phone() {
        return "+86138" + String.format("%08d", ThreadLocalRandom.current().nextInt(100_000_000));
    }
}
