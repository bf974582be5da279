package io.careloop.notification.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Contacts;
import io.careloop.cases.Reader;
import io.careloop.engine.Attempts;
import io.careloop.engine.ProblemException;
import io.careloop.notification.Correspondence;
import io.careloop.notification.Notifications;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the staff write to the customer from the case page. */
@Controller
@RequestMapping("/desk/cases/{reference}/messages")
class MessageController {

    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_SUBJECT = 200;

    private final CaseRights rights;
    private final Contacts contacts;
    private final Notifications notifications;
    private final Correspondence correspondence;
    private final MessageSource words;
    private final Attempts attempts;

    MessageController(
            CaseRights rights,
            Contacts contacts,
            Notifications notifications,
            Correspondence correspondence,
            MessageSource words,
            Attempts attempts) {
        this.rights = rights;
        this.contacts = contacts;
        this.notifications = notifications;
        this.correspondence = correspondence;
        this.words = words;
        this.attempts = attempts;
    }

    /** Queues the message; the same {@code key} queues it once however often the button is pressed. */
    @PostMapping
    String write(
            @PathVariable String reference,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String text,
            Reader reader,
            Locale locale,
            RedirectAttributes redirect) {
        CaseFile file = writable(reference, reader);
        String refusal = refusal(subject.strip(), text.strip(), locale);
        if (refusal != null) {
            redirect.addFlashAttribute("messageRefusal", refusal);
            return keep(file, subject, text, redirect);
        }
        String body = text.replace("\r\n", "\n").strip();
        String once = "desk/" + file.reference() + "/" + key;
        Optional<String> refused = attempts.inTransaction(
                () -> notifications.fromStaff(file.reference(), reader.id(), subject.strip(), body, once));
        if (refused.isPresent()) {
            redirect.addFlashAttribute("messageRefusal", words.getMessage("refusal." + refused.get(), null, locale));
            return keep(file, subject, text, redirect);
        }
        boolean written = contacts.get(file.contactId()).reachableInWriting();
        redirect.addFlashAttribute("notice", written ? "desk.messages.sent" : "desk.messages.called");
        return page(file);
    }

    /** Puts words to start from behind what is typed already. */
    @PostMapping("/draft")
    String startFrom(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String draft,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String text,
            Reader reader,
            RedirectAttributes redirect) {
        CaseFile file = writable(reference, reader);
        String inserted = draft.isEmpty() ? "" : correspondence.draft(file, draft);
        return keep(file, subject, text.isBlank() ? inserted : text.stripTrailing() + "\n\n" + inserted, redirect);
    }

    @ExceptionHandler(IllegalArgumentException.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    void unknownDraft() {}

    private CaseFile writable(String reference, Reader reader) {
        CaseFile file = rights.visible(reference, reader);
        if (!rights.mayWriteToCustomer(file, reader)) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "refusal.message-service-only");
        }
        return file;
    }

    /** @return the sentence for the writer, null if there is nothing to refuse */
    private String refusal(String subject, String text, Locale locale) {
        if (text.isEmpty()) {
            return words.getMessage("refusal.message-empty", null, locale);
        }
        if (text.length() > LONGEST_TEXT) {
            return words.getMessage("refusal.message-too-long", new Object[] {LONGEST_TEXT}, locale);
        }
        if (subject.length() > LONGEST_SUBJECT) {
            return words.getMessage("refusal.message-subject-too-long", new Object[] {LONGEST_SUBJECT}, locale);
        }
        return null;
    }

    private static String keep(CaseFile file, String subject, String text, RedirectAttributes redirect) {
        redirect.addFlashAttribute("messageSubject", subject);
        redirect.addFlashAttribute("messageText", text);
        return page(file) + "#write";
    }

    private static String page(CaseFile file) {
        return "redirect:/desk/cases/" + file.reference();
    }
}
