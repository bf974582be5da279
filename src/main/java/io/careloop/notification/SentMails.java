package io.careloop.notification;

import io.careloop.cases.CaseReference;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Our mails that are out there: answers name them. */
@Service
public class SentMails {

    private final Outbox outbox;

    SentMails(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param id the part of the Message-ID behind the reference */
    public Optional<SentMail> find(UUID id) {
        return outbox.find(id)
                .map(message -> new SentMail(message.messageId(), message.reference(), message.isForCustomer()));
    }

    /**
     * @param messageId  the mail's Message-ID
     * @param toCustomer false if it went to the staff
     */
    public record SentMail(String messageId, CaseReference reference, boolean toCustomer) {}
}
