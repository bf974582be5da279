package io.careloop.intake.mail;

import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What is done with a message in the mailbox that it lies in. */
final class Mailbox {

    /** @param complete whether these are all bytes of the message */
    record Raw(byte[] bytes, boolean complete) {}

    /** Reads the message as it came, at most {@code largest} bytes of it, and leaves it unread. */
    static Raw read(MimeMessage message, long largest) throws MessagingException {
        Limited bytes = new Limited(largest);
        try {
            message.writeTo(bytes);
            return new Raw(bytes.kept.toByteArray(), true);
        } catch (Full e) {
            return new Raw(bytes.kept.toByteArray(), false);
        } catch (IOException e) {
            throw new MessagingException("A message could not be read", e);
        }
    }

    static void markHandled(Message message) throws MessagingException {
        message.setFlag(Flag.SEEN, true);
    }

    /** Moves the message where a person finds it; where that is not possible it stays, flagged. */
    static void setAside(Message message, String folderName) throws MessagingException {
        Folder folder = message.getFolder();
        try {
            Folder aside = existing(folder, folderName);
            folder.copyMessages(new Message[] {message}, aside);
            message.setFlags(new jakarta.mail.Flags(Flag.DELETED), true);
        } catch (MessagingException e) {
            message.setFlag(Flag.FLAGGED, true);
        }
        message.setFlag(Flag.SEEN, true);
    }

    /** Beside the inbox, or within it where a server allows no other place. */
    private static Folder existing(Folder inbox, String name) throws MessagingException {
        Folder beside = inbox.getStore().getFolder(name);
        if (beside.exists() || beside.create(Folder.HOLDS_MESSAGES)) {
            return beside;
        }
        Folder within = inbox.getFolder(name);
        if (within.exists() || within.create(Folder.HOLDS_MESSAGES)) {
            return within;
        }
        throw new MessagingException("No folder " + name);
    }

    private static final class Limited extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final long largest;

        Limited(long largest) {
            this.largest = largest;
        }

        @Override
        public void write(int next) throws IOException {
            write(new byte[] {(byte) next}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int fitting = (int) Math.min(length, largest - kept.size());
            kept.write(bytes, offset, fitting);
            if (fitting < length) {
                throw new Full();
            }
        }
    }

    private static final class Full extends IOException {
        private static final long serialVersionUID = 1;
    }

    private Mailbox() {}
}
