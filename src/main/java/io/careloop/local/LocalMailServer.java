package io.careloop.local;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.careloop.engine.MailSettings;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * A mail server for trying out: takes every mail by SMTP, gives each address a mailbox on its first mail, and shows
 * them by IMAP. Keeps all in memory.
 */
@Component
@ConditionalOnLocalMail
class LocalMailServer implements SmartLifecycle {

    private static final long STARTUP_MILLIS = 10_000;

    private final LocalSettings settings;
    private final MailSettings mail;
    private final GreenMail server;

    LocalMailServer(LocalSettings settings, MailSettings mail) {
        this.settings = settings;
        this.mail = mail;
        this.server = new GreenMail(new ServerSetup[] {
            setup(settings.smtpPort(), ServerSetup.PROTOCOL_SMTP), setup(settings.imapPort(), ServerSetup.PROTOCOL_IMAP)
        });
    }

    private static ServerSetup setup(int port, String protocol) {
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(STARTUP_MILLIS);
        return setup;
    }

    @Override
    public void start() {
        Loopback.requireFree(settings.smtpPort(), "the local mail server (SMTP)", "smtp-port");
        Loopback.requireFree(settings.imapPort(), "the local mail server (IMAP)", "imap-port");
        server.start();
        server.setUser(mail.address(), LocalMailDefaults.USER, LocalMailDefaults.PASSWORD);
    }

    @Override
    public void stop() {
        server.stop();
    }

    @Override
    public boolean isRunning() {
        return server.isRunning();
    }

    /** Before those that send and fetch mail, which start with the application. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    /** Addresses that have a mailbox, in alphabetical order. */
    List<String> mailboxes() {
        return server.getUserManager().listUser().stream()
                .map(GreenMailUser::getEmail)
                .sorted()
                .toList();
    }

    /** The mails of an address, newest first; empty if it has no mailbox. */
    List<LocalMail> mailsOf(String mailbox) {
        return messagesOf(mailbox).stream()
                .map(message -> LocalMail.of(mailbox, message))
                .sorted(Comparator.comparing(LocalMail::uid).reversed())
                .toList();
    }

    Optional<LocalMail> mail(String mailbox, long uid) {
        return mailsOf(mailbox).stream().filter(found -> found.uid() == uid).findFirst();
    }

    private List<StoredMessage> messagesOf(String mailbox) {
        GreenMailUser user = server.getUserManager().getUserByEmail(mailbox);
        if (user == null) {
            return List.of();
        }
        try {
            return server.getManagers().getImapHostManager().getInbox(user).getMessages();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }
}
