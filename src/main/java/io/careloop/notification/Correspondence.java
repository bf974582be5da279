package io.careloop.notification;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Contacts;
import io.careloop.notification.MessageTemplate.Purpose;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What has been written to a customer and how it fared, and words to start from for more. */
@Service
public class Correspondence {

    private final Outbox outbox;
    private final MessageTemplates templates;
    private final Letters letters;
    private final Contacts contacts;

    Correspondence(Outbox outbox, MessageTemplates templates, Letters letters, Contacts contacts) {
        this.outbox = outbox;
        this.templates = templates;
        this.letters = letters;
        this.contacts = contacts;
    }

    /** Messages to the customer, newest first. */
    public List<Delivery> of(CaseReference reference) {
        return outbox.toCustomerOf(reference).stream().map(Delivery::of).toList();
    }

    /** What a member of the staff may start from, with titles in their language. */
    public List<Draft> drafts(Locale reader) {
        return templates.all(Purpose.DRAFT, reader).stream()
                .map(template -> new Draft(template.name(), template.subjectFor(Map.of())))
                .toList();
    }

    /**
     * Words to start from, in the customer's language.
     *
     * @throws IllegalArgumentException if there is no such draft
     */
    public String draft(CaseFile file, String name) {
        return letters.draft(file, contacts.get(file.contactId()), name);
    }

    /** @param title in the reader's language */
    public record Draft(String name, String title) {}
}
