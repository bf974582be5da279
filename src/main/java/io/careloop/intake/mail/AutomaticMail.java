package io.careloop.intake.mail;

import io.careloop.intake.mail.IncomingMail.Kind;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what machines write from what people write. Machines are never answered: they might answer back for ever. */
final class AutomaticMail {

    private static final Set<String> MASS = Set.of("bulk", "junk", "auto_reply");
    private static final Set<String> POSTMASTERS = Set.of("mailer-daemon", "postmaster");
    private static final Set<String> MARKS = Set.of(
            "X-Auto-Response-Suppress", "X-Autoreply", "X-Autorespond", "X-Autoreply-From", "X-Failed-Recipients");

    static Kind kindOf(MimeMessage mail, String sender) throws MessagingException {
        boolean report = mail.isMimeType("multipart/report");
        if (report && reportType(mail).contains("delivery-status")) {
            return Kind.BOUNCE;
        }
        boolean automatic = report || isMarked(mail);
        if (POSTMASTERS.contains(sender.split("@")[0]) && (automatic || mail.getHeader("In-Reply-To") == null)) {
            return Kind.BOUNCE;
        }
        return automatic ? Kind.AUTOMATIC : Kind.MESSAGE;
    }

    private static boolean isMarked(MimeMessage mail) throws MessagingException {
        String submitted = value(mail, "Auto-Submitted");
        boolean marked = !submitted.isEmpty() && !submitted.startsWith("no")
                || MASS.contains(value(mail, "Precedence"))
                || value(mail, "Return-Path").equals("<>");
        for (String header : MARKS) {
            marked |= !Set.of("", "none").contains(value(mail, header));
        }
        return marked;
    }

    private static String reportType(MimeMessage mail) throws MessagingException {
        return mail.getContentType().toLowerCase(Locale.ROOT);
    }

    private static String value(MimeMessage mail, String header) throws MessagingException {
        String[] values = mail.getHeader(header);
        return Stream.ofNullable(values)
                .flatMap(Stream::of)
                .findFirst()
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private AutomaticMail() {}
}
