package io.careloop.support;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads the texts of a mail. */
public final class MimeText {

    /** The first plain text, with lines ended as in Java. */
    public static String plain(Part mail) {
        return first(mail, "text/plain").replace("\r\n", "\n");
    }

    public static String html(Part mail) {
        return first(mail, "text/html");
    }

    private static String first(Part part, String type) {
        try {
            if (part.isMimeType(type)) {
                return (String) part.getContent();
            }
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    String text = first(parts.getBodyPart(i), type);
                    if (!text.isEmpty()) {
                        return text;
                    }
                }
            }
            return "";
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MimeText() {}
}
