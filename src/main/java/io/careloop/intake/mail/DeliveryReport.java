package io.careloop.intake.mail;

import io.careloop.cases.CaseReference;
import io.careloop.intake.PlainText;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a mail server says about a mail of ours that it could not deliver.
 *
 * @param about  case of the mail that came back, where it can be told
 * @param reason who was not reached, and why; null if the report does not say
 */
record DeliveryReport(Optional<CaseReference> about, String reason) {

    private static final List<String> SAID = List.of("final-recipient", "action", "status", "diagnostic-code");
    private static final Pattern FOLDED = Pattern.compile("\\r?\\n[ \\t]+");
    private static final int LONGEST = 1_000;

    static DeliveryReport of(MimeMessage bounce, MailThread thread) {
        Optional<CaseReference> about = Optional.empty();
        String reason = null;
        try {
            if (bounce.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    Part part = parts.getBodyPart(i);
                    if (part.isMimeType("message/delivery-status")) {
                        reason = reason(text(part));
                    } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                        about = about(part, thread);
                    }
                }
            }
        } catch (MessagingException | IOException | RuntimeException e) {
            return new DeliveryReport(about, reason);
        }
        return new DeliveryReport(about, reason);
    }

    private static Optional<CaseReference> about(Part part, MailThread thread) throws MessagingException, IOException {
        MimeMessage returned = new MimeMessage(
                null, new ByteArrayInputStream(part.getInputStream().readAllBytes()));
        Optional<CaseReference> sent = thread.sent(returned);
        return sent.isPresent() ? sent : CaseReference.quotedIn(HeaderText.read(returned.getHeader("Subject", null)));
    }

    private static String text(Part part) throws MessagingException, IOException {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String reason(String status) {
        String said = FOLDED.matcher(status)
                .replaceAll(" ")
                .lines()
                .filter(line -> SAID.contains(line.split(":", 2)[0].strip().toLowerCase(java.util.Locale.ROOT)))
                .map(line -> line.split(":", 2)[1].strip())
                .collect(Collectors.joining(" · "));
        return PlainText.cut(PlainText.line(said), LONGEST);
    }
}
