package io.careloop.intake.mail;

import io.careloop.cases.CaseReference;
import io.careloop.intake.PlainText;
import io.careloop.intake.mail.IncomingMail.Kind;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Reads a mail from its bytes, whatever its sender's program made of the standards. */
final class MailParser {

    private static final int LONGEST_ID = 500;

    private final MailThread thread;

    /** @param address our own mail address */
    MailParser(String address) {
        this.thread = new MailThread(address);
    }

    /**
     * @param raw      the mail as it came
     * @param complete whether these are all of its bytes
     */
    IncomingMail parse(byte[] raw, boolean complete) {
        try {
            return parse(new MimeMessage(null, new ByteArrayInputStream(raw)), raw, complete);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("Not a mail", e);
        }
    }

    private IncomingMail parse(MimeMessage mail, byte[] raw, boolean complete) throws MessagingException {
        Optional<InternetAddress> from = sender(mail);
        String sender = from.map(InternetAddress::getAddress)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .orElse("");
        Kind kind = AutomaticMail.kindOf(mail, sender);
        MailBody body = MailBody.of(mail);
        String subject = HeaderText.read(mail.getHeader("Subject", null));
        DeliveryReport report = kind == Kind.BOUNCE ? DeliveryReport.of(mail, thread) : DeliveryReport.NONE;
        return new IncomingMail(
                messageId(mail, raw),
                sender,
                from.map(MailParser::name).orElse(null),
                subject,
                body.text(),
                complete && body.whole(),
                report.failed() ? kind : Kind.AUTOMATIC,
                report.about().or(() -> answered(mail)),
                report.quoted().or(() -> CaseReference.quotedIn(subject)),
                MailLanguage.guess(
                        mail.getHeader("Content-Language", ","),
                        Objects.toString(subject, "") + "\n" + Objects.toString(body.text(), "")),
                report.reason(),
                body.files());
    }

    private Optional<MailThread.OurId> answered(MimeMessage mail) {
        try {
            return thread.answered(mail);
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    /** Who the mail says it is from; the reply address only where that cannot be read. */
    private static Optional<InternetAddress> sender(MimeMessage mail) throws MessagingException {
        for (String header : List.of("From", "Reply-To", "Sender")) {
            String value = mail.getHeader(header, ",");
            try {
                InternetAddress[] addresses = InternetAddress.parseHeader(value == null ? "" : value, false);
                if (addresses.length > 0
                        && addresses[0].getAddress() != null
                        && addresses[0].getAddress().contains("@")) {
                    return Optional.of(addresses[0]);
                }
            } catch (AddressException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** Read from the encoded form, since Jakarta Mail decodes each of several encoded words alone. */
    private static String name(InternetAddress address) {
        String whole = address.toString();
        int end = whole.lastIndexOf('<');
        if (end <= 0) {
            return null;
        }
        String phrase = whole.substring(0, end).strip();
        boolean quoted = phrase.length() > 1 && phrase.startsWith("\"") && phrase.endsWith("\"");
        return HeaderText.read(quoted ? phrase.substring(1, phrase.length() - 1).replaceAll("\\\\(.)", "$1") : phrase);
    }

    private static String messageId(MimeMessage mail, byte[] raw) throws MessagingException {
        String id = PlainText.line(mail.getMessageID());
        return id == null || id.length() > LONGEST_ID ? "digest:" + digest(raw) : id;
    }

    private static String digest(byte[] raw) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(raw));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
