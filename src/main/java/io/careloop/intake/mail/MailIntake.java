package io.careloop.intake.mail;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.cases.Contacts;
import io.careloop.cases.Conversation;
import io.careloop.cases.CustomerReturned;
import io.careloop.engine.Attempts;
import io.careloop.engine.MailSettings;
import io.careloop.intake.IntakeSettings;
import io.careloop.intake.PlainText;
import io.careloop.intake.Registrations;
import io.careloop.intake.Registrations.Registration;
import io.careloop.intake.Registrations.Registration.Registered;
import io.careloop.notification.SentMails;
import io.careloop.notification.SentMails.SentMail;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Makes a case, a message or a note of a mail, in one transaction and once per mail. */
@Service
class MailIntake {

    private static final Logger LOG = LoggerFactory.getLogger(MailIntake.class);

    private final HandledMails handled;
    private final Registrations registrations;
    private final CaseFiles cases;
    private final Contacts contacts;
    private final Conversation conversation;
    private final MailContents contents;
    private final SentMails sentMails;
    private final MailNotes notes;
    private final ApplicationEventPublisher events;
    private final IntakeSettings settings;
    private final MailSettings mailSettings;
    private final Clock clock;
    private final Attempts attempts;

    MailIntake(
            HandledMails handled,
            Registrations registrations,
            CaseFiles cases,
            Contacts contacts,
            Conversation conversation,
            MailContents contents,
            SentMails sentMails,
            MailNotes notes,
            ApplicationEventPublisher events,
            IntakeSettings settings,
            MailSettings mailSettings,
            Clock clock,
            Attempts attempts) {
        this.handled = handled;
        this.registrations = registrations;
        this.cases = cases;
        this.contacts = contacts;
        this.conversation = conversation;
        this.contents = contents;
        this.sentMails = sentMails;
        this.notes = notes;
        this.events = events;
        this.settings = settings;
        this.mailSettings = mailSettings;
        this.clock = clock;
        this.attempts = attempts;
    }

    /** Once more if a job of the engine, or a colleague, was quicker with the same case. */
    MailOutcome handle(IncomingMail mail) {
        return attempts.inTransaction(() -> take(mail));
    }

    private MailOutcome take(IncomingMail mail) {
        if (!handled.begin(mail)) {
            return MailOutcome.DUPLICATE;
        }
        if (mail.sender().equalsIgnoreCase(mailSettings.address())) {
            return done(mail, MailOutcome.IGNORED, null);
        }
        Optional<SentMail> answered = answered(mail);
        Optional<CaseFile> named =
                answered.map(SentMail::reference).or(mail::quoted).flatMap(cases::find);
        boolean written = mail.kind() == IncomingMail.Kind.MESSAGE;
        if (!written && named.isEmpty()) {
            return done(mail, MailOutcome.IGNORED, null);
        }
        if (isFlood(mail) && (written || answered.isEmpty())) {
            return setAside(mail, "too many mails");
        }
        if (!written) {
            notes.automatic(mail, named.get(), answered);
            return done(mail, MailOutcome.NOTED, named.get().reference());
        }
        if (named.isEmpty() || answered.isEmpty() && !isCustomer(mail, named.get())) {
            return open(mail, named);
        }
        return isOfStaff(mail, named.get(), answered) ? keepWordsOfStaff(mail, named.get()) : join(mail, named.get());
    }

    private boolean isOfStaff(IncomingMail mail, CaseFile file, Optional<SentMail> answered) {
        return answered.isPresent() && !answered.get().toCustomer() && !isCustomer(mail, file);
    }

    private MailOutcome keepWordsOfStaff(IncomingMail mail, CaseFile file) {
        notes.ofStaff(mail, file);
        return done(mail, MailOutcome.NOTED, file.reference());
    }

    /**
     * Numbers can be guessed, and ids of our form can be made up; the ids that our mails had are known only to those who
     * got them. Nothing is ever sent to the sender of a mail that joins a case: all answers go to the customer's address.
     */
    private Optional<SentMail> answered(IncomingMail mail) {
        return mail.thread()
                .flatMap(ours -> sentMails
                        .find(ours.id())
                        .filter(sent -> sent.reference().equals(ours.reference())));
    }

    private boolean isFlood(IncomingMail mail) {
        int taken = handled.takenFrom(
                mail.sender(), clock.instant().minus(settings.mail().perSenderWithin()));
        return taken >= settings.mail().perSender();
    }

    private boolean isCustomer(IncomingMail mail, CaseFile file) {
        return mail.sender().equals(contacts.get(file.contactId()).email());
    }

    private MailOutcome join(IncomingMail mail, CaseFile file) {
        String text = contents.reply(mail, file.locale());
        UUID message = conversation.customerWrote(
                file.reference(),
                Channel.EMAIL,
                PlainText.cut(mail.subject(), settings.lineLength()),
                text,
                mail.messageId());
        if (!isCustomer(mail, file)) {
            notes.note(file, "intake.mail.other-sender", mail.sender());
        }
        contents.keepRest(mail, text, file, Actors.CUSTOMER, message);
        if (file.status().isOver()) {
            events.publishEvent(new CustomerReturned(file.reference(), Channel.EMAIL, text));
        }
        return done(mail, MailOutcome.JOINED, file.reference());
    }

    private MailOutcome open(IncomingMail mail, Optional<CaseFile> quoted) {
        String text = contents.request(mail);
        Registration registration = registrations.register(
                new Registrations.Request(
                        Channel.EMAIL,
                        mail.sender(),
                        PlainText.cut(mail.senderName(), settings.lineLength()),
                        PlainText.cut(mail.subject(), settings.lineLength()),
                        text,
                        null,
                        null,
                        null,
                        null,
                        mail.language(),
                        null,
                        List.of()),
                null);
        if (registration instanceof Registered registered) {
            CaseFile file = cases.get(registered.reference());
            quoted.ifPresent(other -> notes.note(
                    file, "intake.mail.quoted-other", other.reference().value()));
            contents.keepRest(mail, text, file, Actors.CUSTOMER, null);
            return done(mail, MailOutcome.OPENED, file.reference());
        }
        return setAside(mail, registration.toString());
    }

    private MailOutcome done(IncomingMail mail, MailOutcome outcome, CaseReference reference) {
        handled.done(mail, outcome, reference);
        return outcome;
    }

    private MailOutcome setAside(IncomingMail mail, String reason) {
        LOG.warn("Mail {} is set aside: {}", mail.messageId(), reason);
        handled.forget(mail);
        return MailOutcome.SET_ASIDE;
    }
}
