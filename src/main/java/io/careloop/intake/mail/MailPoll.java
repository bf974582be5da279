package io.careloop.intake.mail;

import io.careloop.engine.MailSettings;
import io.careloop.intake.IntakeSettings;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.integration.mail.MailReceiver;
import org.springframework.messaging.Message;
import org.springframework.transaction.TransactionException;

/**
 * Looks into the mailbox. A mail is marked as read only after what it led to is committed, so that a crash in between
 * brings it again; {@link MailIntake} then knows it. A mail that fails is tried again with each look, and set aside when
 * it has failed too often. While the database or the mailbox itself fails nothing is counted.
 */
class MailPoll {

    private static final Logger LOG = LoggerFactory.getLogger(MailPoll.class);

    private final MailReceiver mailbox;
    private final MailParser parser;
    private final MailIntake intake;
    private final IntakeSettings.Mail settings;
    private final MeterRegistry metrics;

    /** By the number that the mailbox gave the mail. */
    private final Map<Long, Integer> failures = new ConcurrentHashMap<>();

    MailPoll(
            MailReceiver mailbox,
            MailIntake intake,
            IntakeSettings settings,
            MailSettings mailSettings,
            MeterRegistry metrics) {
        this.mailbox = mailbox;
        this.parser = new MailParser(mailSettings.address());
        this.intake = intake;
        this.settings = settings.mail();
        this.metrics = metrics;
    }

    /** Handles what is unread; one look at a time. */
    synchronized void poll() {
        Folder folder = null;
        try {
            for (Object received : mailbox.receive()) {
                MimeMessage message = (MimeMessage) ((Message<?>) received).getPayload();
                folder = message.getFolder();
                handle(message);
            }
        } catch (MessagingException | TransientFailure e) {
            LOG.warn("The mailbox could not be read to its end, the next look goes on: {}", e.toString());
        } finally {
            close(folder);
        }
    }

    /** One mail that cannot be read must not keep those behind it waiting. */
    private void handle(MimeMessage message) throws MessagingException {
        Folder folder = message.getFolder();
        long id = ((UIDFolder) folder).getUID(message);
        try {
            take(message);
            failures.remove(id);
        } catch (TransientDataAccessException
                | RecoverableDataAccessException
                | NonTransientDataAccessResourceException
                | TransactionException e) {
            throw new TransientFailure(e);
        } catch (MessagingException e) {
            if (!folder.isOpen()) {
                throw e;
            }
            failed(message, id, e);
        } catch (RuntimeException e) {
            failed(message, id, e);
        }
    }

    private void take(MimeMessage message) throws MessagingException {
        Mailbox.Raw raw = Mailbox.read(message, settings.largest().toBytes());
        MailOutcome outcome = intake.handle(parser.parse(raw.bytes(), raw.complete()));
        count(outcome.name());
        if (outcome.isHandled()) {
            Mailbox.markHandled(message);
        } else {
            Mailbox.setAside(message, settings.failedFolder());
        }
    }

    private void failed(MimeMessage message, long id, Exception e) throws MessagingException {
        int times = failures.merge(id, 1, Integer::sum);
        LOG.error("Mail {} of the mailbox could not be handled, attempt {}", id, times, e);
        count("FAILED");
        if (times >= settings.attempts()) {
            Mailbox.setAside(message, settings.failedFolder());
            failures.remove(id);
        }
    }

    private void count(String outcome) {
        metrics.counter("careloop.intake.mails", "outcome", outcome).increment();
    }

    private static void close(Folder folder) {
        try {
            if (folder != null && folder.isOpen()) {
                folder.close(true);
            }
        } catch (MessagingException e) {
            LOG.warn("The mailbox could not be closed: {}", e.toString());
        }
    }

    private static final class TransientFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        TransientFailure(Throwable cause) {
            super(cause);
        }
    }
}
