package io.careloop.intake.mail;

import io.careloop.cases.CaseReference;
import io.careloop.intake.PlainText;
import io.careloop.intake.mail.MailThread.OurId;
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
 * @param about  mail that came back, where it can be told
 * @param quoted case that its subject names
 * @param reason who was not reached, and why; null if the report does not say
 * @param failed false if the server goes on trying, or tells of a success
 */
record DeliveryReport(Optional<OurId> about, Optional<CaseReference> quoted, String reason, boolean failed) {

    static final DeliveryReport NONE = new DeliveryReport(Optional.empty(), Optional.empty(), null, true);

    private static final List<String> SAID = List.of("final-recipient", "action", "status", "diagnostic-code");
    private static final Pattern SUCCESS = Pattern.compile("(?im)^action:\\s*(delayed|delivered|relayed|expanded)");
    private static final Pattern FOLDED = Pattern.compile("\\r?\\n[ \\t]+");
    private static final int LONGEST = 1_000;

    static DeliveryReport of(MimeMessage bounce, MailThread thread) {
        DeliveryReport report = NONE;
        try {
            if (bounce.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    report = report.with(parts.getBodyPart(i), thread);
                }
            }
        } catch (MessagingException | IOException | RuntimeException e) {
            // a report that ends in nonsense tells what it told before
            return report;
        }
        return report;
    }

    private DeliveryReport with(Part part, MailThread thread) throws MessagingException, IOException {
        if (part.isMimeType("message/delivery-status")) {
            String status = text(part);
            return new DeliveryReport(
                    about, quoted, reason(status), !SUCCESS.matcher(status).find());
        }
        if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
            MimeMessage returned = new MimeMessage(
                    null, new ByteArrayInputStream(part.getInputStream().readAllBytes()));
            Optional<CaseReference> named =
                    CaseReference.quotedIn(HeaderText.read(returned.getHeader("Subject", null)));
            return new DeliveryReport(thread.sent(returned), named, reason, failed);
        }
        return this;
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
