package io.careloop.intake.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.careloop.engine.MailSettings;
import io.careloop.intake.IntakeSettings;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.Authenticator;
import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.search.FlagTerm;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.mail.ImapMailReceiver;

/** The mailbox, where one is configured. One node looks into it at a time. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${careloop.mail.imap.host:}'.isBlank()")
class MailIntakeConfiguration {

    private static final int MOST_PER_LOOK = 50;
    private static final Duration FORGET_EVERY = Duration.ofHours(6);
    private static final String TIMEOUT_MILLIS = "30000";
    private static final String FETCH_BYTES = "1048576";

    @Bean
    ImapMailReceiver mailbox(MailSettings settings) {
        MailSettings.Imap imap = settings.imap();
        String protocol = imap.ssl() ? "imaps" : "imap";
        ImapMailReceiver mailbox =
                new ImapMailReceiver("%s://%s:%d/INBOX".formatted(protocol, imap.host(), imap.port()));
        mailbox.setJavaMailProperties(properties(protocol, imap));
        mailbox.setJavaMailAuthenticator(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(imap.user(), imap.password());
            }
        });
        mailbox.setSearchTermStrategy((supported, folder) -> new FlagTerm(new Flags(Flag.SEEN), false));
        mailbox.setMaxFetchSize(MOST_PER_LOOK);
        // the poll marks a message itself, after the commit
        mailbox.setShouldMarkMessagesAsRead(false);
        mailbox.setShouldDeleteMessages(false);
        mailbox.setFlaggedAsFallback(false);
        mailbox.setAutoCloseFolder(false);
        return mailbox;
    }

    static Properties properties(String protocol, MailSettings.Imap imap) {
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "starttls.required", String.valueOf(imap.tlsRequired()));
        // else the certificate of any host would do
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        // reading must not mark as read
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "fetchsize", FETCH_BYTES);
        properties.setProperty(prefix + "connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "timeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "writetimeout", TIMEOUT_MILLIS);
        return properties;
    }

    @Bean
    MailPoll mailPoll(
            ImapMailReceiver mailbox,
            MailIntake intake,
            IntakeSettings settings,
            MailSettings mailSettings,
            MeterRegistry metrics) {
        return new MailPoll(mailbox, intake, settings, mailSettings, metrics);
    }

    @Bean
    RecurringTask<Void> lookIntoMailbox(MailPoll poll, IntakeSettings settings) {
        return Tasks.recurring("intake-mail", FixedDelay.of(settings.mail().pollEvery()))
                .execute((instance, context) -> poll.poll());
    }

    @Bean
    RecurringTask<Void> forgetHandledMails(HandledMails mails, IntakeSettings settings, Clock clock) {
        return Tasks.recurring("intake-forget-mails", FixedDelay.of(FORGET_EVERY))
                .execute((instance, context) ->
                        mails.forgetBefore(clock.instant().minus(settings.idempotencyKept())));
    }
}
