package io.careloop.notification;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.cases.Contact;
import io.careloop.cases.Contacts;
import io.careloop.cases.Conversation;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.identity.Absences;
import io.careloop.identity.Staff;
import io.careloop.identity.StaffMember;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts messages into the outbox. */
@Component
class OutboxNotifications implements Notifications {

    private static final String ACKNOWLEDGEMENT = "acknowledgement";

    private final CaseFiles cases;
    private final Contacts contacts;
    private final TemplateChoices choices;
    private final Letters letters;
    private final Outbox outbox;
    private final Deliveries deliveries;
    private final Conversation conversation;
    private final Timeline timeline;
    private final Staff staff;
    private final Absences absences;
    private final Clock clock;
    private final OutboundWords outbound;
    private final QuietHours quiet;
    private final ApplicationEventPublisher events;

    OutboxNotifications(
            CaseFiles cases,
            Contacts contacts,
            TemplateChoices choices,
            Letters letters,
            Outbox outbox,
            Deliveries deliveries,
            Conversation conversation,
            Timeline timeline,
            Staff staff,
            Absences absences,
            Clock clock,
            OutboundWords outbound,
            QuietHours quiet,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.contacts = contacts;
        this.choices = choices;
        this.letters = letters;
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.conversation = conversation;
        this.timeline = timeline;
        this.staff = staff;
        this.absences = absences;
        this.clock = clock;
        this.outbound = outbound;
        this.quiet = quiet;
        this.events = events;
    }

    @Override
    @Transactional
    public void toCustomer(CaseReference reference, String template, String reason) {
        CaseFile file = cases.get(reference);
        Contact contact = contacts.get(file.contactId());
        String chosen = choices.forCustomer(file, template);
        OutboxMessage message = letters.toCustomer(file, contact, chosen, reason);
        if (queued(message, file)) {
            conversation.systemWrote(
                    reference,
                    Channel.EMAIL,
                    message.title(),
                    message.readableBody(),
                    chosen,
                    message.templateVersion());
            Kind kind = template.equals(ACKNOWLEDGEMENT) ? Kind.ACKNOWLEDGED : Kind.MESSAGE_OUT;
            timeline.tell(reference, kind, Actors.SYSTEM, message.title());
            events.publishEvent(new CustomerTold(file, chosen, message.queuedAt()));
        }
    }

    @Override
    @Transactional
    public Optional<String> fromStaff(
            CaseReference reference, String author, String subject, String text, String reason) {
        Optional<String> refusal = outbound.refusalOf(reference, text);
        if (refusal.isPresent()) {
            return refusal;
        }
        CaseFile file = cases.get(reference);
        Contact contact = contacts.get(file.contactId());
        String words = (String) CaseFacts.clean(text);
        OutboxMessage message = letters.fromPerson(file, contact, author, subject, words, reason);
        if (queued(message, file)) {
            conversation.staffWrote(reference, Channel.EMAIL, author, message.title(), words, null, null);
            events.publishEvent(new CustomerTold(file, null, message.queuedAt()));
        }
        return Optional.empty();
    }

    @Override
    @Transactional
    public void toStaff(
            CaseReference reference,
            Collection<String> users,
            Collection<String> groups,
            String template,
            String reason) {
        CaseFile file = cases.get(reference);
        OutboxMessage notice = letters.toStaff(file, contacts.get(file.contactId()), template, reason);
        List<OutboxMessage> messages = reachable(users, groups).entrySet().stream()
                .map(address -> letters.to(notice, address.getValue(), address.getKey()))
                .toList();
        if (!messages.isEmpty()) {
            outbox.addAll(messages, quiet.over(file, clock.instant()));
            events.publishEvent(new MessageQueued());
        }
    }

    /** Puts it into the outbox and, if it cannot be written to the customer, before a person. */
    private boolean queued(OutboxMessage message, CaseFile file) {
        if (!outbox.add(message)) {
            return false;
        }
        if (message.address() == null) {
            deliveries.askPerson(message, file.owner());
            return false;
        }
        events.publishEvent(new MessageQueued());
        return true;
    }

    private Stream<String> deputyOf(String user) {
        return absences.deputyOf(user, clock.instant()).stream();
    }

    /** User ids by address; whoever has none finds the news in the task list. */
    private Map<String, String> reachable(Collection<String> users, Collection<String> groups) {
        return Stream.concat(
                        users.stream()
                                .flatMap(user -> Stream.concat(Stream.of(user), deputyOf(user)))
                                .flatMap(user -> staff.find(user).stream()),
                        groups.stream().flatMap(group -> staff.membersOf(group).stream()))
                .filter(member -> member.email() != null && !member.email().isBlank())
                .collect(Collectors.toMap(StaffMember::email, StaffMember::id, (one, other) -> one));
    }
}
