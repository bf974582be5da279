package io.careloop.notification;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseReference;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A message in the outbox.
 *
 * @param reason    queues it once
 * @param address   e-mail address; null if the customer can only be called
 * @param author    user id of the person whose words these are, or {@link Actors#SYSTEM}
 * @param body      plain text, with {@link CaseFacts#LINK_MARK} where the customer's link comes
 * @param messageId the mail's Message-ID, the same however often it is sent
 * @param thread    Message-IDs of the conversation so far, oldest first, separated by blanks
 * @param attempts  tries so far
 */
record OutboxMessage(
        UUID id,
        String reason,
        CaseReference reference,
        Recipient recipient,
        String address,
        String author,
        Locale locale,
        String template,
        int templateVersion,
        String subject,
        String body,
        String messageId,
        String thread,
        DeliveryState state,
        int attempts,
        String lastError,
        Instant queuedAt,
        Instant changedAt) {

    enum Recipient {
        CUSTOMER,
        STAFF
    }

    boolean isAutomatic() {
        return Actors.SYSTEM.equals(author);
    }

    boolean isForCustomer() {
        return recipient == Recipient.CUSTOMER;
    }

    /** What to tell a person why it is theirs now. */
    PersonTasks.Cause cause() {
        if (address == null) {
            return PersonTasks.Cause.PHONE_ONLY;
        }
        return state == DeliveryState.HELD ? PersonTasks.Cause.HELD : PersonTasks.Cause.FAILED;
    }

    /** The subject without the number, for places that show the number anyway. */
    String title() {
        String number = numbered(reference, "");
        return subject.startsWith(number) ? subject.substring(number.length()) : subject;
    }

    /** The subject that lets an answer find its case. */
    static String numbered(CaseReference reference, String title) {
        return "[%s] %s".formatted(reference, title);
    }

    /** The text as others may read it: without the paragraph of the link, which is the customer's alone. */
    String readableBody() {
        return withoutLink(body);
    }

    static String withoutLink(String text) {
        return Arrays.stream(text.split("\n{2,}"))
                .filter(paragraph -> !paragraph.contains(CaseFacts.LINK_MARK))
                .collect(Collectors.joining("\n\n"))
                .strip();
    }
}
