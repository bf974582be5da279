package io.careloop.notification;

import io.careloop.notification.NotificationSettings.AfterCrash;
import io.careloop.notification.Outbox.Claimed;
import jakarta.mail.MessagingException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/**
 * Sends what is due in the outbox. Several may run at once, on one node or many: a message belongs to whoever took it up.
 * Sending happens outside any transaction.
 */
@Component
class OutboxRelay {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    private final Deliveries deliveries;
    private final Mails mails;
    private final NotificationSettings settings;
    private volatile boolean stopping;

    OutboxRelay(Deliveries deliveries, Mails mails, NotificationSettings settings) {
        this.deliveries = deliveries;
        this.mails = mails;
        this.settings = settings;
    }

    /**
     * Sends until nothing is due any more. One message is taken up at a time: a crash leaves no more than that in doubt.
     * Once the mail server is found to be away, the others wait with the message that found out.
     */
    void run() {
        DeliveryFailure away = null;
        for (Optional<Claimed> next = next(); next.isPresent(); next = next()) {
            DeliveryFailure failure = deliver(next.get(), away);
            if (away == null && failure != null && failure.kind() == DeliveryFailure.Kind.NO_SERVER) {
                LOG.warn("The mail server cannot be reached: {}", failure.error());
                away = failure;
            }
        }
    }

    /** Ends every run after the message that it has in hand. */
    void stop() {
        stopping = true;
    }

    private Optional<Claimed> next() {
        return stopping ? Optional.empty() : deliveries.claim();
    }

    /** @return null if that was all right */
    private DeliveryFailure deliver(Claimed claimed, DeliveryFailure away) {
        OutboxMessage message = claimed.message();
        try {
            if (claimed.foundIn() == DeliveryState.SENDING && settings.afterCrash() == AfterCrash.HOLD) {
                deliveries.held(message);
                return null;
            }
            DeliveryFailure failure = away == null ? send(message) : away;
            record(message, failure);
            return failure;
        } catch (RuntimeException e) {
            // one message that cannot be dealt with must not keep the others waiting; it is taken up again later
            LOG.error("Message {} of {} could not be dealt with", message.id(), message.reference(), e);
            return null;
        }
    }

    /** @return null if the server took it */
    private DeliveryFailure send(OutboxMessage message) {
        try {
            mails.send(message);
            return null;
        } catch (MailException | MessagingException e) {
            return DeliveryFailure.of(e);
        }
    }

    private void record(OutboxMessage message, DeliveryFailure failure) {
        if (failure == null) {
            deliveries.sent(message);
        } else if (failure.kind() == DeliveryFailure.Kind.REFUSED) {
            deliveries.givenUp(message, failure.error());
        } else {
            deliveries.failed(message, failure.error());
        }
    }
}
