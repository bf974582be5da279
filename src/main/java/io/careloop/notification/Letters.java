package io.careloop.notification;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseMessage;
import io.careloop.cases.CaseMessage.Direction;
import io.careloop.cases.Channel;
import io.careloop.cases.Contact;
import io.careloop.cases.Conversation;
import io.careloop.notification.MessageTemplate.Purpose;
import io.careloop.notification.OutboxMessage.Recipient;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes messages for the outbox: from a template and the facts of a case to the finished text. */
@Component
class Letters {

    /** Enough for any mail program to find the conversation; all of a long one would burst the header. */
    private static final int MOST_IN_THREAD = 10;

    /** The template around the words of a person. */
    static final String STAFF_MESSAGE = "staff-message";

    private final MessageTemplates templates;
    private final CaseFacts facts;
    private final Conversation conversation;
    private final MessageIds ids;
    private final NotificationSettings settings;
    private final Clock clock;

    Letters(
            MessageTemplates templates,
            CaseFacts facts,
            Conversation conversation,
            MessageIds ids,
            NotificationSettings settings,
            Clock clock) {
        this.templates = templates;
        this.facts = facts;
        this.conversation = conversation;
        this.ids = ids;
        this.settings = settings;
        this.clock = clock;
    }

    /** An automatic message to the customer. */
    OutboxMessage toCustomer(CaseFile file, Contact contact, String template, String reason) {
        Text text = write(template, Purpose.CUSTOMER, file, contact, file.locale(), Map.of(), reason);
        return message(file, Recipient.CUSTOMER, contact.email(), Actors.SYSTEM, file.locale(), text, reason);
    }

    /** The words of a member of the staff to the customer, cleaned. */
    OutboxMessage fromPerson(
            CaseFile file, Contact contact, String author, String subject, String words, String reason) {
        Map<String, Object> said = Map.of(
                FactNames.AUTHOR_NAME, facts.nameOf(author),
                FactNames.SUBJECT, CaseFacts.clean(Objects.toString(subject, "")),
                FactNames.TEXT, words);
        Text text = write(STAFF_MESSAGE, Purpose.CUSTOMER, file, contact, file.locale(), said, reason);
        return message(file, Recipient.CUSTOMER, contact.email(), author, file.locale(), text, reason);
    }

    /** A notice to somebody on the staff; {@link #to} makes copies of it. */
    OutboxMessage toStaff(CaseFile file, Contact contact, String template, String reason) {
        Locale locale = settings.staffLocale();
        Text text = write(template, Purpose.STAFF, file, contact, locale, Map.of(), reason);
        return message(file, Recipient.STAFF, null, Actors.SYSTEM, locale, text, reason);
    }

    /** The same notice to one person, with an identity of its own. */
    OutboxMessage to(OutboxMessage notice, String userId, String address) {
        UUID id = UUID.randomUUID();
        return new OutboxMessage(
                id,
                notice.reason() + "/" + userId,
                notice.reference(),
                notice.recipient(),
                address,
                notice.author(),
                notice.locale(),
                notice.template(),
                notice.templateVersion(),
                notice.subject(),
                notice.body(),
                ids.of(notice.reference(), id),
                notice.thread(),
                DeliveryState.PENDING,
                0,
                null,
                notice.queuedAt(),
                notice.changedAt());
    }

    /** Words to start from, in the customer's language. */
    String draft(CaseFile file, Contact contact, String template) {
        return write(template, Purpose.DRAFT, file, contact, file.locale(), Map.of(), "")
                .body()
                .strip();
    }

    private Text write(
            String name,
            Purpose purpose,
            CaseFile file,
            Contact contact,
            Locale locale,
            Map<String, Object> said,
            String reason) {
        MessageTemplate template = templates.get(name, purpose, locale);
        Map<String, Object> known = new HashMap<>(facts.gather(file, contact, locale, template.names(), reason));
        known.putAll(said);
        return new Text(
                template,
                OutboxMessage.numbered(file.reference(), oneLine(template.subjectFor(known))),
                template.textFor(known));
    }

    private OutboxMessage message(
            CaseFile file,
            Recipient recipient,
            String address,
            String author,
            Locale locale,
            Text text,
            String reason) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        boolean callOnly = recipient == Recipient.CUSTOMER && address == null;
        return new OutboxMessage(
                id,
                reason,
                file.reference(),
                recipient,
                address,
                author,
                locale,
                text.template().name(),
                text.template().version(),
                text.subject(),
                text.body(),
                ids.of(file.reference(), id),
                threadOf(file, recipient),
                callOnly ? DeliveryState.HELD : DeliveryState.PENDING,
                0,
                null,
                now,
                now);
    }

    /**
     * Every mail about a case names the same first message, so that they stand together; where the customer writes by
     * mail, their latest mails are named too.
     */
    private String threadOf(CaseFile file, Recipient recipient) {
        String root = ids.ofThread(file.reference());
        if (recipient == Recipient.STAFF || file.channel() != Channel.EMAIL) {
            return root;
        }
        List<String> theirs = conversation.of(file.reference()).stream()
                .filter(message -> message.direction() == Direction.IN && message.channel() == Channel.EMAIL)
                .map(CaseMessage::externalId)
                .filter(MessageIds::isOne)
                .toList();
        Stream<String> latest = theirs.stream().skip(Math.max(0, theirs.size() - MOST_IN_THREAD));
        return Stream.concat(Stream.of(root), latest).collect(Collectors.joining(" "));
    }

    /** A subject is one line whatever was put into it. */
    private static String oneLine(String subject) {
        return subject.replaceAll("\\s+", " ").strip();
    }

    private record Text(MessageTemplate template, String subject, String body) {}
}
