package io.careloop.resolution;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import io.careloop.cases.Channel;
import io.careloop.cases.Contact;
import io.careloop.cases.ContactDetails;
import io.careloop.cases.Contacts;
import io.careloop.cases.Conversation;
import io.careloop.cases.NewCase;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A customer comes back to a case that was over. */
@Service
public class Returns {

    private final CaseFiles cases;
    private final Contacts contacts;
    private final Conversation conversation;
    private final ResolutionProperties properties;
    private final Clock clock;

    Returns(
            CaseFiles cases,
            Contacts contacts,
            Conversation conversation,
            ResolutionProperties properties,
            Clock clock) {
        this.cases = cases;
        this.contacts = contacts;
        this.conversation = conversation;
        this.properties = properties;
        this.clock = clock;
    }

    /** Whether the same case goes on, or a new one has to. */
    public Judgement judge(CaseReference reference, String reason) {
        CaseFile file = cases.get(reference);
        if (!file.status().isOver()) {
            return new Judgement.Refused("not-over");
        }
        if (reason == null || reason.isBlank()) {
            return new Judgement.Refused("reason-needed");
        }
        boolean inTime = file.closedAt().plus(properties.reopenWithin()).isAfter(clock.instant());
        return inTime && file.status() == CaseStatus.CLOSED ? new Judgement.SameCase() : new Judgement.TooLate();
    }

    /**
     * The case that goes on from the old one: the one that does so already, with these words added to it, else a new one
     * with the same customer and the same owner.
     */
    @Transactional
    public CaseReference goOnAsAnother(CaseReference reference, String reason, Channel channel) {
        cases.lock(reference);
        return cases.linkedTo(reference).stream()
                .filter(other -> !other.status().isOver())
                .map(CaseFile::reference)
                .findFirst()
                .map(goesOn -> added(goesOn, reason, channel))
                .orElseGet(() -> opened(cases.get(reference), reason, channel));
    }

    private CaseReference added(CaseReference goesOn, String reason, Channel channel) {
        conversation.customerWrote(goesOn, channel, null, reason, null);
        return goesOn;
    }

    private CaseReference opened(CaseFile old, String reason, Channel channel) {
        Contact contact = contacts.get(old.contactId());
        return cases.register(new NewCase(
                        channel,
                        new ContactDetails(contact.name(), contact.email(), contact.phone(), old.locale()),
                        old.subject(),
                        reason,
                        old.urgency(),
                        old.remedySought(),
                        old.triedSteps(),
                        old.product(),
                        old.owner(),
                        old.reference()))
                .reference();
    }

    /** What the return of a customer means. */
    public sealed interface Judgement {

        record SameCase() implements Judgement {}

        record TooLate() implements Judgement {}

        record Refused(String code) implements Judgement {}
    }
}
