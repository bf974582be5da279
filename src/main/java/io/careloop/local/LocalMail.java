package io.careloop.local;

import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.safety.Safelist;

/**
 * A mail in a local mailbox, as its reader sees it.
 *
 * @param replyTo     address that an answer goes to
 * @param references  identifiers of the thread so far, this mail's own last
 * @param text        the plain text; empty if the mail has only HTML
 * @param html        the HTML without anything active, for mails that have no plain text
 * @param attachments names of files
 */
record LocalMail(
        String mailbox,
        long uid,
        String from,
        String to,
        String replyTo,
        String subject,
        Instant received,
        String messageId,
        List<String> references,
        List<TextPiece> text,
        String html,
        List<String> attachments) {

    static LocalMail of(String mailbox, StoredMessage stored) {
        MimeMessage message = stored.getMimeMessage();
        try {
            Content content = new Content();
            content.read(message);
            return new LocalMail(
                    mailbox,
                    stored.getUid(),
                    shown(message.getFrom()),
                    shown(message.getAllRecipients()),
                    address(message.getReplyTo()),
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    stored.getReceivedDate().toInstant(),
                    message.getMessageID(),
                    thread(message),
                    TextPiece.of(content.plain.toString()),
                    content.plain.isEmpty() ? Jsoup.clean(content.html.toString(), Safelist.basic()) : "",
                    content.attachments);
        } catch (MessagingException e) {
            throw new IllegalStateException("Mail %d in %s cannot be read".formatted(stored.getUid(), mailbox), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> thread(MimeMessage message) throws MessagingException {
        String earlier = Objects.requireNonNullElse(message.getHeader("References", " "), "");
        return Stream.concat(Stream.of(earlier.strip().split("\\s+")), Stream.ofNullable(message.getMessageID()))
                .filter(id -> !id.isBlank())
                .toList();
    }

    private static String shown(Address[] addresses) {
        return addresses == null
                ? ""
                : Stream.of(addresses)
                        .map(address -> address instanceof InternetAddress internet
                                ? internet.toUnicodeString()
                                : address.toString())
                        .collect(Collectors.joining(", "));
    }

    private static String address(Address[] addresses) {
        return addresses == null || addresses.length == 0
                ? ""
                : addresses[0] instanceof InternetAddress internet ? internet.getAddress() : addresses[0].toString();
    }

    /** Gathers what a mail holds, part by part. */
    private static final class Content {

        private final StringBuilder plain = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private final List<String> attachments = new ArrayList<>();

        private void read(Part part) throws MessagingException, IOException {
            Object content = part.getContent();
            if (content instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart inner = parts.getBodyPart(i);
                    read(inner);
                }
            } else if (part.getFileName() != null || !(content instanceof String)) {
                attachments.add(Objects.requireNonNullElse(part.getFileName(), part.getContentType()));
            } else {
                (part.isMimeType("text/html") ? html : plain).append(content);
            }
        }
    }
}
