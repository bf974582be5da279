package io.careloop.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.careloop.engine.MailSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.integration.mail.ImapMailReceiver;

/** A mailbox whose server offers no encryption. */
class MailboxEncryptionTests {

    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort());

    @BeforeEach
    void start() {
        server.start();
        server.setUser("support@careloop.test", "support", "support");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void isReadWhereEncryptionIsNotRequired() throws Exception {
        ImapMailReceiver mailbox = mailbox(false);

        assertThat(mailbox.receive()).isEmpty();

        mailbox.destroy();
    }

    @Test
    void isNotToldThePasswordWhereEncryptionIsRequired() {
        ImapMailReceiver mailbox = mailbox(true);

        assertThatThrownBy(mailbox::receive).hasMessageContaining("STARTTLS");

        mailbox.destroy();
    }

    private ImapMailReceiver mailbox(boolean tlsRequired) {
        int port = server.getImap().getPort();
        ImapMailReceiver mailbox = new MailIntakeConfiguration()
                .mailbox(new MailSettings(
                        "support@careloop.test",
                        new MailSettings.Imap("127.0.0.1", port, "support", "support", false, tlsRequired)));
        mailbox.afterPropertiesSet();
        return mailbox;
    }
}
