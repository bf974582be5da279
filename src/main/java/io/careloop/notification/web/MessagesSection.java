package io.careloop.notification.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFileSection;
import io.careloop.cases.CaseMessage;
import io.careloop.cases.CaseMessage.Direction;
import io.careloop.cases.Contacts;
import io.careloop.cases.Conversation;
import io.careloop.notification.Correspondence;
import io.careloop.notification.Delivery;
import io.careloop.notification.DeliveryState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the customer and we wrote, how ours fared, and a place to write more. */
@Component
@Order(20)
class MessagesSection implements CaseFileSection {

    private final Conversation conversation;
    private final Correspondence correspondence;
    private final Contacts contacts;

    MessagesSection(Conversation conversation, Correspondence correspondence, Contacts contacts) {
        this.conversation = conversation;
        this.correspondence = correspondence;
        this.contacts = contacts;
    }

    @Override
    public Optional<Section> forCase(CaseFile file, String viewer) {
        Locale reader = LocaleContextHolder.getLocale();
        return Optional.of(new Section(
                "desk.messages.title",
                "desk/messages :: section",
                Map.of(
                        "messages", messages(file),
                        "drafts", correspondence.drafts(reader),
                        "language", file.locale().getDisplayName(reader),
                        "callOnly", !contacts.get(file.contactId()).reachableInWriting(),
                        "key", UUID.randomUUID())));
    }

    /** Newest first; ours as the outbox knows them, since some wait to be told. */
    private List<Shown> messages(CaseFile file) {
        Stream<Shown> theirs = conversation.of(file.reference()).stream()
                .filter(message -> message.direction() == Direction.IN)
                .map(Shown::received);
        Stream<Shown> ours = correspondence.of(file.reference()).stream().map(Shown::written);
        return Stream.concat(theirs, ours)
                .sorted(Comparator.comparing(Shown::at).reversed())
                .toList();
    }

    /**
     * One message on the page.
     *
     * @param state null for what the customer wrote
     */
    record Shown(
            Instant at,
            String author,
            String subject,
            String text,
            DeliveryState state,
            int attempts,
            String lastError) {

        static Shown received(CaseMessage message) {
            return new Shown(message.at(), message.author(), message.subject(), message.text(), null, 0, null);
        }

        static Shown written(Delivery delivery) {
            return new Shown(
                    delivery.queuedAt(),
                    delivery.author(),
                    delivery.subject(),
                    delivery.text(),
                    delivery.state(),
                    delivery.attempts(),
                    delivery.lastError());
        }
    }
}
