package io.careloop.intake.mail;

import io.careloop.cases.Actors;
import io.careloop.cases.Attachments;
import io.careloop.cases.Attachments.Addition;
import io.careloop.cases.CaseFile;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.intake.IntakeSettings;
import io.careloop.intake.PlainText;
import io.careloop.intake.mail.IncomingMail.MailFile;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** What of a mail is shown, and where the rest of it goes: nothing is left out without a note on the case. */
@Component
class MailContents {

    private final Attachments attachments;
    private final Timeline timeline;
    private final MessageSource messages;
    private final IntakeSettings settings;

    MailContents(Attachments attachments, Timeline timeline, MessageSource messages, IntakeSettings settings) {
        this.attachments = attachments;
        this.timeline = timeline;
        this.messages = messages;
        this.settings = settings;
    }

    /** What a new case says. */
    String request(IncomingMail mail) {
        return shown(mail, mail.text(), mail.language());
    }

    /** What a reply adds to its case. */
    String reply(IncomingMail mail, Locale locale) {
        return shown(mail, mail.text() == null ? null : QuotedHistory.cut(mail.text()), locale);
    }

    private String shown(IncomingMail mail, String text, Locale locale) {
        if (text != null) {
            return PlainText.cut(text, settings.descriptionLength());
        }
        return mail.subject() == null
                ? say("intake.mail.no-text", locale)
                : PlainText.cut(mail.subject(), settings.descriptionLength());
    }

    /**
     * Keeps the files, and what the shown text leaves out.
     *
     * @param actor   who sent them
     * @param message that the files came with; null for the first words of a case
     */
    void keepRest(IncomingMail mail, String shown, CaseFile file, String actor, UUID message) {
        if (mail.text() != null && mail.text().length() > settings.descriptionLength() && isCut(shown)) {
            keepText(mail.text(), file, actor, message);
        }
        if (!mail.whole()) {
            note(file, say("intake.mail.larger", file.locale()));
        }
        mail.files().forEach(part -> keep(part, file, actor, message));
    }

    private boolean isCut(String shown) {
        return shown.length() >= settings.descriptionLength() - 1;
    }

    private void keepText(String text, CaseFile file, String actor, UUID message) {
        Addition addition = attachments.add(
                file.reference(), message, actor, "mail.txt", "text/plain", text.getBytes(StandardCharsets.UTF_8));
        boolean added = addition instanceof Addition.Added;
        note(file, say(added ? "intake.mail.cut-attached" : "intake.mail.cut", file.locale()));
    }

    private void keep(MailFile part, CaseFile file, String actor, UUID message) {
        Addition addition =
                attachments.add(file.reference(), message, actor, part.name(), part.mediaType(), part.content());
        if (addition instanceof Addition.Refused refused) {
            note(
                    file,
                    say(
                            "intake.mail.not-attached",
                            file.locale(),
                            PlainText.cut(part.name(), settings.lineLength()),
                            size(part),
                            say("refusal." + refused.code(), file.locale())));
        }
    }

    private static String size(MailFile part) {
        DataSize size = DataSize.ofBytes(part.content().length);
        return size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : size.toKilobytes() + " KB";
    }

    private void note(CaseFile file, String text) {
        timeline.note(file.reference(), Kind.NOTE, Actors.SYSTEM, text);
    }

    /** In the language of the case. */
    String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale == null ? Locale.ENGLISH : locale);
    }
}
