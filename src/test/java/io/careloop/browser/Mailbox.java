package io.careloop.browser;

import io.careloop.support.TestMail;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A customer's mailbox, read by IMAP. */
final class Mailbox {

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/track/[\\w-]+)");

    private final String address;

    Mailbox(String address) {
        this.address = address;
    }

    /** Path of the tracking page that the newest mail links to. */
    String newestLink() {
        Matcher matcher = LINK.matcher(newest());
        if (!matcher.find()) {
            throw new AssertionError("No link in " + newest());
        }
        return matcher.group(1);
    }

    /** Subject and text of the newest mail. */
    String newest() {
        List<String> mails = all();
        return mails.get(mails.size() - 1);
    }

    List<String> all() {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            // the local server opens a mailbox for whoever gets mail, with the address as name and password
            store.connect("127.0.0.1", TestMail.server().getImap().getPort(), address, address);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            List<String> mails = new ArrayList<>();
            for (Message message : inbox.getMessages()) {
                mails.add(message.getSubject() + "\n" + text(message.getContent()));
            }
            return mails;
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object content) throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            return text(parts.getBodyPart(0).getContent());
        }
        return content.toString();
    }
}
