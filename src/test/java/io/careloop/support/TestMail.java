package io.careloop.support;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One SMTP and IMAP server for all tests of a run. Tests share it as they share the database: each writes from and to
 * addresses of its own and looks only at those.
 */
public final class TestMail {

    /** Our own address; what customers send to it waits in the mailbox that is read by IMAP. */
    public static final String ADDRESS = "support@careloop.test";

    private static final String USER = "support";
    private static final String PASSWORD = "support";
    private static final GreenMail SERVER = start();

    /** The settings that point the application at the server. */
    static Map<String, Object> settings() {
        return Map.of(
                "spring.mail.host",
                "127.0.0.1",
                "spring.mail.port",
                SERVER.getSmtp().getPort(),
                "careloop.mail.address",
                ADDRESS,
                "careloop.mail.imap.host",
                "127.0.0.1",
                "careloop.mail.imap.port",
                SERVER.getImap().getPort(),
                "careloop.mail.imap.user",
                USER,
                "careloop.mail.imap.password",
                PASSWORD);
    }

    /** The server itself, to deliver into the mailbox or to fetch from it. */
    public static GreenMail server() {
        return SERVER;
    }

    /** The mailbox of {@link #ADDRESS}. */
    public static GreenMailUser support() {
        return SERVER.getUserManager().getUser(USER);
    }

    /** What the server has accepted for this address, in the order of arrival. */
    public static List<MimeMessage> sentTo(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(message -> isFor(message, address))
                .toList();
    }

    private static boolean isFor(MimeMessage message, String address) {
        try {
            return Arrays.stream(message.getAllRecipients())
                    .anyMatch(recipient -> recipient.toString().contains(address));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GreenMail start() {
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        server.setUser(ADDRESS, USER, PASSWORD);
        return server;
    }

    private TestMail() {}
}
