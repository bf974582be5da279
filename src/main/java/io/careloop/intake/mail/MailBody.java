package io.careloop.intake.mail;

import io.careloop.intake.PlainText;
import io.careloop.intake.mail.IncomingMail.MailFile;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jsoup.Jsoup;

/**
 * Takes a mail apart: what is shown as text, and all other parts as files. What cannot be taken apart becomes a file as
 * it is, so that nothing is lost.
 */
final class MailBody {

    private static final Set<String> SHOWN = Set.of("text/plain", "text/html");
    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 500;
    private static final int LONGEST_TEXT = 2_000_000;
    private static final int LONGEST_HTML = 4_000_000;

    private final List<String> texts = new ArrayList<>();
    private final List<MailFile> files = new ArrayList<>();
    private boolean whole = true;
    private int parts;

    static MailBody of(MimeMessage mail) {
        MailBody body = new MailBody();
        body.take(mail, 0);
        return body;
    }

    /** Clean text of all parts that are shown; null if there is none. */
    String text() {
        return PlainText.paragraphs(String.join("\n\n", texts));
    }

    List<MailFile> files() {
        return files;
    }

    /** False if parts or ends of texts were left out because there are too many of them. */
    boolean whole() {
        return whole;
    }

    private void take(Part part, int depth) {
        if (++parts > MOST_PARTS) {
            whole = false;
            return;
        }
        try {
            if (depth > DEEPEST) {
                addFile(part);
            } else if (part.isMimeType("multipart/*")) {
                takeAll(part, depth);
            } else if (part.isMimeType("message/rfc822")) {
                takeForwarded(part, depth);
            } else if (isShown(part)) {
                addText(shownText(part));
            } else {
                addFile(part);
            }
        } catch (MessagingException | IOException | RuntimeException e) {
            addFile(part);
        }
    }

    private void takeAll(Part part, int depth) throws MessagingException, IOException {
        Multipart multipart = multipartOf(part);
        List<BodyPart> children = new ArrayList<>();
        for (int i = 0; i < multipart.getCount(); i++) {
            children.add(multipart.getBodyPart(i));
        }
        if (children.isEmpty()) {
            addFile(part);
        } else if (part.isMimeType("multipart/alternative")) {
            takeBest(children, depth);
        } else {
            children.forEach(child -> take(child, depth + 1));
        }
    }

    /** The handlers that Jakarta Mail would look up refuse transfer encodings and content types that they do not know. */
    private static Multipart multipartOf(Part part) throws MessagingException, IOException {
        return part.getContent() instanceof Multipart multipart
                ? multipart
                : new MimeMultipart(part.getDataHandler().getDataSource());
    }

    /** The plain one if it says anything, else the first that does; what is no text at all is kept as files. */
    private void takeBest(List<BodyPart> alternatives, int depth) {
        MailBody best = null;
        for (BodyPart alternative : alternatives) {
            MailBody body = new MailBody();
            body.parts = parts;
            body.take(alternative, depth + 1);
            parts = body.parts;
            whole &= body.whole;
            files.addAll(body.files);
            best = best == null || best.text() == null ? body : best;
        }
        texts.addAll(best.texts);
    }

    /** A forwarded mail is kept as a file; its words are shown only if the mail around it has none. */
    private void takeForwarded(Part part, int depth) throws MessagingException, IOException {
        byte[] raw = bytesOf(part);
        MimeMessage forwarded = new MimeMessage(null, new ByteArrayInputStream(raw));
        String subject = HeaderText.read(forwarded.getHeader("Subject", null));
        files.add(new MailFile((subject == null ? "mail" : subject) + ".eml", "message/rfc822", raw));
        if (text() == null) {
            MailBody inner = new MailBody();
            inner.parts = parts;
            inner.take(forwarded, depth + 1);
            parts = inner.parts;
            whole &= inner.whole;
            texts.addAll(inner.texts);
        }
    }

    private static boolean isShown(Part part) {
        return SHOWN.contains(PartNames.typeOf(part))
                && !Part.ATTACHMENT.equalsIgnoreCase(dispositionOf(part))
                && PartNames.of(part) == null;
    }

    private static String dispositionOf(Part part) {
        try {
            return part.getDisposition();
        } catch (MessagingException e) {
            return null;
        }
    }

    private String shownText(Part part) throws MessagingException, IOException {
        byte[] bytes = bytesOf(part);
        String charset = PartNames.charsetOf(part);
        return PartNames.typeOf(part).equals("text/html") ? html(bytes, charset) : Charsets.decode(bytes, charset);
    }

    private String html(byte[] bytes, String charset) throws IOException {
        if (Charsets.named(charset).isEmpty()) {
            return bytes.length > LONGEST_HTML
                    ? HtmlText.of(limited(Charsets.decode(bytes, null), LONGEST_HTML))
                    : undeclaredHtml(bytes);
        }
        return HtmlText.of(limited(Charsets.decode(bytes, charset), LONGEST_HTML));
    }

    /** The page may say itself how it is encoded. */
    private static String undeclaredHtml(byte[] bytes) throws IOException {
        boolean declaresItself = Charsets.decode(bytes, "US-ASCII").contains("charset");
        return declaresItself
                ? HtmlText.of(Jsoup.parse(new ByteArrayInputStream(bytes), null, ""))
                : HtmlText.of(Charsets.decode(bytes, null));
    }

    private void addText(String text) {
        if (!text.isBlank()) {
            texts.add(EmptyLines.atMostTwo(limited(text, LONGEST_TEXT)));
        }
    }

    private String limited(String text, int length) {
        whole &= text.length() <= length;
        return PlainText.cut(text, length);
    }

    private void addFile(Part part) {
        byte[] bytes = firstThatWorks(() -> bytesOf(part), () -> {
            InputStream raw = part instanceof MimeBodyPart inner
                    ? inner.getRawInputStream()
                    : ((MimeMessage) part).getRawInputStream();
            return raw.readAllBytes();
        });
        if (bytes.length > 0) {
            files.add(new MailFile(PartNames.orByType(part), PartNames.typeOf(part), bytes));
        }
    }

    private static byte[] bytesOf(Part part) throws MessagingException, IOException {
        if (part.isMimeType("message/rfc822") || part.isMimeType("multipart/*")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            part.getDataHandler().writeTo(bytes);
            return bytes.toByteArray();
        }
        return part.getInputStream().readAllBytes();
    }

    private byte[] firstThatWorks(Reading decoded, Reading raw) {
        Supplier<byte[]> lost = () -> {
            whole = false;
            return new byte[0];
        };
        try {
            return decoded.read();
        } catch (MessagingException | IOException | RuntimeException e) {
            try {
                return raw.read();
            } catch (MessagingException | IOException | RuntimeException unreadable) {
                return lost.get();
            }
        }
    }

    @FunctionalInterface
    private interface Reading {
        byte[] read() throws MessagingException, IOException;
    }
}
