package io.careloop.intake.mail;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseFile;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.intake.PlainText;
import io.careloop.notification.DeliveryReports;
import io.careloop.notification.SentMails.SentMail;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the staff shall know of a mail that is no word of the customer. */
@Component
class MailNotes {

    private static final int LONGEST = 1_000;

    private final Timeline timeline;
    private final MailContents contents;
    private final DeliveryReports deliveryReports;

    MailNotes(Timeline timeline, MailContents contents, DeliveryReports deliveryReports) {
        this.timeline = timeline;
        this.contents = contents;
        this.deliveryReports = deliveryReports;
    }

    void note(CaseFile file, String key, Object... arguments) {
        timeline.note(file.reference(), Kind.NOTE, Actors.SYSTEM, contents.say(key, file.locale(), arguments));
    }

    /** @param answered mail of ours that it is about; only with this is a bounce more than a claim */
    void automatic(IncomingMail mail, CaseFile file, Optional<SentMail> answered) {
        String said = said(mail);
        if (mail.kind() != IncomingMail.Kind.BOUNCE) {
            note(file, "intake.mail.auto-reply", said);
        } else if (answered.isPresent()) {
            deliveryReports.cameBack(answered.get().messageId(), said);
        } else {
            timeline.note(
                    file.reference(),
                    Kind.DELIVERY_FAILED,
                    Actors.SYSTEM,
                    contents.say("intake.mail.bounced", file.locale(), said));
        }
    }

    private static String said(IncomingMail mail) {
        String words = Objects.toString(mail.text(), Objects.toString(mail.subject(), ""));
        return PlainText.cut(Objects.toString(mail.failure(), words), LONGEST);
    }

    /** Somebody of the staff answered a notice. */
    void ofStaff(IncomingMail mail, CaseFile file) {
        String text = contents.reply(mail, file.locale());
        note(file, "intake.mail.from-staff", mail.sender(), text);
        contents.keepRest(mail, text, file, Actors.SYSTEM, null);
    }
}
