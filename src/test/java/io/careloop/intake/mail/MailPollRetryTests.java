package io.careloop.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.careloop.engine.MailSettings;
import io.careloop.intake.IntakeSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.Flags.Flag;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.integration.mail.ImapMailReceiver;

/** What happens to a mail when something fails on its way to a case. */
class MailPollRetryTests {

    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort());
    private final MailIntake intake = mock(MailIntake.class);
    private GreenMailUser user;
    private ImapMailReceiver mailbox;
    private MailPoll poll;

    @BeforeEach
    void start() {
        server.start();
        user = server.setUser("support@careloop.test", "support", "support");
        MailSettings mailSettings = new MailSettings(
                "support@careloop.test",
                new MailSettings.Imap("127.0.0.1", server.getImap().getPort(), "support", "support", false, false));
        IntakeSettings settings = new Binder(
                        new MapConfigurationPropertySource(Map.of("careloop.intake.mail.attempts", "3")))
                .bindOrCreate("careloop.intake", IntakeSettings.class);
        mailbox = new MailIntakeConfiguration().mailbox(mailSettings);
        mailbox.afterPropertiesSet();
        poll = new MailPoll(mailbox, intake, settings, mailSettings, new SimpleMeterRegistry());
    }

    @AfterEach
    void stop() {
        mailbox.destroy();
        server.stop();
    }

    @Test
    void aMailThatFailedIsTriedAgainAndTheOthersDoNotWait() {
        delivered("first");
        delivered("second");
        given(intake.handle(any()))
                .willThrow(new IllegalStateException("broken"))
                .willReturn(MailOutcome.OPENED);

        poll.poll();
        assertThat(inbox().getMessages().get(0).getFlags().contains(Flag.SEEN)).isFalse();
        assertThat(inbox().getMessages().get(1).getFlags().contains(Flag.SEEN)).isTrue();

        poll.poll();
        assertThat(inbox().getMessages().get(0).getFlags().contains(Flag.SEEN)).isTrue();
        then(intake).should(times(3)).handle(any());
    }

    @Test
    void aMailThatFailsAgainAndAgainIsSetAside() throws FolderException {
        delivered("poison");
        given(intake.handle(any())).willThrow(new IllegalStateException("broken"));

        for (int i = 0; i < 5; i++) {
            poll.poll();
        }

        then(intake).should(times(3)).handle(any());
        assertThat(inbox().getMessageCount()).isZero();
        assertThat(server.getManagers()
                        .getImapHostManager()
                        .getFolder(user, "Failed")
                        .getMessageCount())
                .isOne();
    }

    @Test
    void whileTheDatabaseIsDownEveryMailWaits() {
        delivered("first");
        given(intake.handle(any())).willThrow(new QueryTimeoutException("database is down"));

        for (int i = 0; i < 10; i++) {
            poll.poll();
        }
        assertThat(inbox().getMessages().get(0).getFlags().contains(Flag.SEEN)).isFalse();
    }

    @Test
    void aMailboxThatIsAwayIsLookedIntoAgainLater() {
        delivered("first");
        given(intake.handle(any())).willReturn(MailOutcome.OPENED);
        server.getImap().stopService();

        poll.poll();

        then(intake).shouldHaveNoInteractions();
    }

    private void delivered(String subject) {
        try {
            user.deliver(new MimeMessage(
                    Session.getInstance(System.getProperties()),
                    new ByteArrayInputStream(("From: ann@example.org\r\nSubject: " + subject + "\r\n\r\nx\r\n")
                            .getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MailFolder inbox() {
        try {
            return server.getManagers().getImapHostManager().getInbox(user);
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }
}
