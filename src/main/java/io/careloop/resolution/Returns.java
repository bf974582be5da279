package io.careloop.resolution;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import io.careloop.cases.Channel;
import io.careloop.cases.Contact;
import io.careloop.cases.ContactDetails;
import io.careloop.cases.Contacts;
import io.careloop.cases.NewCase;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A customer comes back to a case that was over. */
@Service
public class Returns {

    private final CaseFiles cases;
    private final Contacts contacts;
    private final ResolutionProperties properties;
    private final Clock clock;

    Returns(CaseFiles cases, Contacts contacts, ResolutionProperties properties, Clock clock) {
        this.cases = cases;
        this.contacts = contacts;
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

    /** Opens a case that goes on from the old one, with the same customer and the same owner. */
    @Transactional
    public CaseReference openLinked(CaseReference reference, String reason, Channel channel) {
        CaseFile old = cases.get(reference);
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
                        reference))
                .reference();
    }

    /** What the return of a customer means. */
    public sealed interface Judgement {

        record SameCase() implements Judgement {}

        record TooLate() implements Judgement {}

        record Refused(String code) implements Judgement {}
    }
}
