package io.careloop.intake.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParseException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a part says about itself: its file name in any of the ways in which mails give one, its type, its charset. */
final class PartNames {

    private static final Pattern NAME = Pattern.compile("(?i)(?:file)?name\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))");

    private static final Map<String, String> EXTENSIONS = Map.of(
            "image/jpeg", ".jpg",
            "image/png", ".png",
            "image/gif", ".gif",
            "application/pdf", ".pdf",
            "text/plain", ".txt",
            "text/html", ".html",
            "text/calendar", ".ics",
            "message/rfc822", ".eml",
            "application/ms-tnef", ".dat");

    /** Null if the part has no name. */
    static String of(Part part) {
        try {
            return HeaderText.read(part.getFileName());
        } catch (MessagingException | RuntimeException e) {
            return malformed(part);
        }
    }

    static String orByType(Part part) {
        String name = of(part);
        return name == null ? "attachment" + EXTENSIONS.getOrDefault(typeOf(part), "") : name;
    }

    /** In lower case, without parameters; what calls itself text in a form of its own is plain text. */
    static String typeOf(Part part) {
        String declared = "";
        try {
            declared = part.getContentType().toLowerCase(Locale.ROOT);
            return new ContentType(declared).getBaseType();
        } catch (MessagingException | RuntimeException e) {
            return declared.startsWith("text") ? "text/plain" : "application/octet-stream";
        }
    }

    /** Null if none is declared. */
    static String charsetOf(Part part) throws MessagingException {
        try {
            return new ContentType(part.getContentType()).getParameter("charset");
        } catch (ParseException e) {
            return null;
        }
    }

    private static String malformed(Part part) {
        try {
            for (String header : new String[] {"Content-Disposition", "Content-Type"}) {
                String[] values = part.getHeader(header);
                Matcher name = NAME.matcher(values == null ? "" : values[0]);
                if (name.find()) {
                    return HeaderText.read(name.group(1) == null ? name.group(2) : name.group(1));
                }
            }
        } catch (MessagingException | RuntimeException e) {
            return null;
        }
        return null;
    }

    private PartNames() {}
}
