package io.careloop.notification;

import io.careloop.cases.CaseReference;
import java.time.Instant;
import java.util.UUID;

/**
 * A message to the customer and how far it has come.
 *
 * @param address   e-mail address; null if the customer can only be called
 * @param author    user id of the person whose words these are, or {@code system}
 * @param subject   without the number
 * @param text      without the customer's link
 * @param attempts  tries so far
 * @param lastError what the mail server said to the last try, null if it was content
 * @param since     when it came into this state
 */
public record Delivery(
        UUID id,
        CaseReference reference,
        String address,
        String author,
        String subject,
        String text,
        DeliveryState state,
        PersonTasks.Cause cause,
        int attempts,
        String lastError,
        Instant queuedAt,
        Instant since) {

    static Delivery of(OutboxMessage message) {
        return new Delivery(
                message.id(),
                message.reference(),
                message.address(),
                message.author(),
                message.title(),
                message.readableBody(),
                message.state(),
                message.cause(),
                message.attempts(),
                message.lastError(),
                message.queuedAt(),
                message.changedAt());
    }

    public boolean hasAddress() {
        return address != null;
    }
}
