package io.careloop.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.engine.MailSettings;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Mail on the local server: what its page reads, and what it writes as a customer. */
class LocalMailTests {

    private static final String SERVICE = "service@careloop.localhost";

    private final LocalSettings settings =
            new LocalSettings(Path.of("data"), 54320, FreePort.find(), FreePort.find(), false);
    private final MailSettings mail = new MailSettings(SERVICE, new MailSettings.Imap("", 143, "", "", false, false));
    private final LocalMailServer server = new LocalMailServer(settings, mail);
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final CustomerPost post = new CustomerPost(sender, server, mail);

    @BeforeEach
    void start() {
        server.start();
        sender.setHost("127.0.0.1");
        sender.setPort(settings.smtpPort());
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void aCustomersMailReachesTheServicesMailbox() {
        post.send(new CustomerMail("kim@example.com", "Broken 秤", "It shows 3 kg.\nAlways.", null, null));

        LocalMail received = onlyMailOf(SERVICE);
        assertThat(received.from()).isEqualTo("kim@example.com");
        assertThat(received.subject()).isEqualTo("Broken 秤");
        assertThat(received.text())
                .extracting(TextPiece::text)
                .singleElement()
                .asString()
                .isEqualToIgnoringNewLines("It shows 3 kg.\nAlways.");
    }

    @Test
    void anAnswerGoesToWhomTheMailCameFromAndJoinsItsThread() throws Exception {
        post.send(new CustomerMail("kim@example.com", "First", "words", null, null));
        LocalMail first = onlyMailOf(SERVICE);
        sendToCustomer(first);
        LocalMail question = onlyMailOf("kim@example.com");

        CustomerMail answer = CustomerMail.answerTo(question);
        post.send(new CustomerMail(answer.from(), answer.subject(), "Yes.", answer.mailbox(), answer.uid()));

        LocalMail received = server.mailsOf(SERVICE).get(0);
        assertThat(received.subject()).isEqualTo("Re: Your question");
        assertThat(received.references())
                .containsExactly(first.messageId(), question.messageId(), received.messageId());
    }

    @Test
    void linksCanBeFollowedAndNothingElseIsActive() throws Exception {
        send(helper -> helper.setText("See http://localhost:8080/track/abc-1.\nThanks"));
        send(helper -> helper.setText(
                "<p onclick=x()>Hi<script>alert(1)</script> <a href='http://localhost/a'>a</a></p>", true));

        List<LocalMail> mails = server.mailsOf("kim@example.com");
        assertThat(mails.get(1).text())
                .filteredOn(TextPiece::link)
                .extracting(TextPiece::text)
                .containsExactly("http://localhost:8080/track/abc-1");
        assertThat(mails.get(0).html()).contains("href=\"http://localhost/a\"").doesNotContain("script", "onclick");
    }

    @Test
    void aMailOfTextAndHtmlAndFilesShowsItsTextAndNamesItsFiles() throws Exception {
        sender.send(message -> {
            MimeMessageHelper helper = new MimeMessageHelper(message, true);
            helper.setFrom(SERVICE);
            helper.setTo("kim@example.com");
            helper.setText("plain", "<b>rich</b>");
            helper.addAttachment("photo.png", () -> new java.io.ByteArrayInputStream(new byte[] {1}), "image/png");
        });

        LocalMail received = onlyMailOf("kim@example.com");
        assertThat(received.text()).extracting(TextPiece::text).containsExactly("plain");
        assertThat(received.html()).isEmpty();
        assertThat(received.attachments()).containsExactly("photo.png");
    }

    private void sendToCustomer(LocalMail first) {
        sender.send(message -> {
            MimeMessageHelper helper = new MimeMessageHelper(message);
            helper.setFrom(SERVICE);
            helper.setTo(first.from());
            helper.setSubject("Your question");
            helper.setText("Is it this?");
            message.setHeader("In-Reply-To", first.messageId());
            message.setHeader("References", first.messageId());
        });
    }

    private void send(Writing writing) throws Exception {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message);
        helper.setFrom(SERVICE);
        helper.setTo("kim@example.com");
        writing.on(helper);
        sender.send(message);
    }

    private LocalMail onlyMailOf(String mailbox) {
        List<LocalMail> mails = server.mailsOf(mailbox);
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }

    private interface Writing {
        void on(MimeMessageHelper helper) throws Exception;
    }
}
