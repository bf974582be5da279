package io.careloop.notification;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

import io.careloop.cases.CaseReference;
import io.careloop.notification.Outbox.Claimed;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A relay with more to send than it ever gets done, and the end of the application. */
class OutboxRelayTests {

    private final Deliveries deliveries = mock();
    private final Mails mails = mock();
    private final OutboxRelay relay = new OutboxRelay(deliveries, mails, mock());

    @BeforeEach
    void somethingIsAlwaysDue() {
        OutboxMessage message = mock();
        given(message.reference()).willReturn(CaseReference.of("C-2026-000042"));
        given(deliveries.claim()).willReturn(Optional.of(new Claimed(message, DeliveryState.PENDING)));
    }

    @Test
    void aRunThatIsToldToStopEndsAfterTheMailInHand() throws Exception {
        willAnswer(first -> null)
                .willAnswer(second -> {
                    relay.stop();
                    return null;
                })
                .given(mails)
                .send(any());

        relay.run();

        then(mails).should(times(2)).send(any());
        then(deliveries).should(times(2)).sent(any());
    }

    @Test
    void theApplicationWaitsForTheMailInHandAndStartsNoOther() throws Exception {
        CountDownLatch inHand = new CountDownLatch(1);
        CountDownLatch serverAnswers = new CountDownLatch(1);
        willAnswer(slow -> {
                    inHand.countDown();
                    serverAnswers.await();
                    return null;
                })
                .given(mails)
                .send(any());
        RelaySchedule schedule = new RelaySchedule(relay);
        schedule.ready();
        schedule.queued(new MessageQueued());
        inHand.await();

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> stop(schedule));
        assertThatThrownBy(() -> stopped.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        serverAnswers.countDown();
        stopped.get(10, TimeUnit.SECONDS);

        then(deliveries).should(times(1)).sent(any());
    }

    private static void stop(RelaySchedule schedule) {
        try {
            schedule.stop();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
