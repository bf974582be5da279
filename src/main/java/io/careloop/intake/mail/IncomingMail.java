package io.careloop.intake.mail;

import io.careloop.cases.CaseReference;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail as far as it was understood. Texts are clean and decoded.
 *
 * @param messageId  of the mail, else a digest of it
 * @param sender     address in lower case; empty if there is none
 * @param senderName null if not given
 * @param subject    null if not given
 * @param text       what the sender wrote and quoted; null if nothing
 * @param whole      whether the text and the files are all that the mail has
 * @param thread     mail of ours that this mail says it answers, or brings back
 * @param quoted     case whose number the subject names
 * @param language   guessed; null if nothing tells it
 * @param failure    for a bounce: who was not reached, and why
 */
record IncomingMail(
        String messageId,
        String sender,
        String senderName,
        String subject,
        String text,
        boolean whole,
        Kind kind,
        Optional<MailThread.OurId> thread,
        Optional<CaseReference> quoted,
        Locale language,
        String failure,
        List<MailFile> files) {

    enum Kind {
        /** Written by a person. */
        MESSAGE,
        /** Written by a machine, such as a notice of absence; never answered. */
        AUTOMATIC,
        /** A mail server could not deliver what we sent. */
        BOUNCE
    }

    /** A part that is not shown as text; the name may be anything that a stranger can think of. */
    record MailFile(String name, String mediaType, byte[] content) {}
}
