package io.careloop.intake;

import io.careloop.cases.Actors;
import io.careloop.cases.Attachments;
import io.careloop.cases.Attachments.Addition;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Contact;
import io.careloop.cases.ContactDetails;
import io.careloop.cases.Contacts;
import io.careloop.cases.NewCase;
import io.careloop.cases.TrackingTokens;
import io.careloop.cases.Urgency;
import io.careloop.intake.Registrations.Registration.Refused;
import io.careloop.intake.Registrations.Registration.Registered;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks, registers and answers in one transaction with the case. */
@Service
class CaseRegistrations implements Registrations {

    private static final int LONGEST_KEY = 255;

    private final RequestRules rules;
    private final ContactAddresses addresses;
    private final IdempotencyKeys keys;
    private final CaseFiles cases;
    private final Contacts contacts;
    private final Attachments attachments;
    private final TrackingTokens tokens;
    private final IntakeSettings settings;

    CaseRegistrations(
            RequestRules rules,
            ContactAddresses addresses,
            IdempotencyKeys keys,
            CaseFiles cases,
            Contacts contacts,
            Attachments attachments,
            TrackingTokens tokens,
            IntakeSettings settings) {
        this.rules = rules;
        this.addresses = addresses;
        this.keys = keys;
        this.cases = cases;
        this.contacts = contacts;
        this.attachments = attachments;
        this.tokens = tokens;
        this.settings = settings;
    }

    @Override
    @Transactional
    public Registration register(Request request, String idempotencyKey) {
        Optional<Refused> fault = rules.firstFault(request);
        if (fault.isPresent()) {
            return fault.get();
        }
        if (idempotencyKey == null) {
            return registered(open(request), false);
        }
        return idempotencyKey.isBlank() || idempotencyKey.length() > LONGEST_KEY
                ? new Refused(null, "key-invalid")
                : registerOnce(request, idempotencyKey);
    }

    private Registration registerOnce(Request request, String key) {
        Optional<IdempotencyKeys.Use> before = keys.take(key, request);
        if (before.isPresent()) {
            return before.get().same() ? registered(before.get().reference(), true) : new Refused(null, "key-reused");
        }
        CaseReference reference = open(request);
        keys.registered(key, reference);
        return registered(reference, false);
    }

    private Registered registered(CaseReference reference, boolean replayed) {
        return new Registered(reference, tokens.issue(reference), replayed);
    }

    private CaseReference open(Request request) {
        ContactAddress address = addresses.read(request.contact()).orElseThrow();
        ContactDetails contact = new ContactDetails(
                PlainText.line(request.name()), address.email(), address.phone(), localeOf(request, address));
        CaseReference reference = cases.register(new NewCase(
                        request.channel(),
                        contact,
                        PlainText.line(request.subject()),
                        PlainText.paragraphs(request.description()),
                        request.urgency() == null ? Urgency.NORMAL : request.urgency(),
                        PlainText.paragraphs(request.remedySought()),
                        PlainText.paragraphs(request.triedSteps()),
                        PlainText.line(request.product()),
                        request.owner() == null ? settings.dutyOwner() : request.owner(),
                        null))
                .reference();
        attach(reference, request.files() == null ? List.of() : request.files());
        return reference;
    }

    /** The language given, else that of the known customer. */
    private Locale localeOf(Request request, ContactAddress address) {
        if (request.locale() != null && !request.locale().getLanguage().isEmpty()) {
            return request.locale();
        }
        return contacts.known(address.email(), address.phone())
                .map(Contact::locale)
                .orElse(Locale.ENGLISH);
    }

    private void attach(CaseReference reference, List<File> files) {
        for (File file : files) {
            Addition addition =
                    attachments.add(reference, null, Actors.CUSTOMER, file.name(), file.mediaType(), file.content());
            if (addition instanceof Addition.Refused refused) {
                throw new IllegalStateException("A file that was checked was refused: " + refused.code());
            }
        }
    }
}
