package io.careloop.notification;

import io.careloop.cases.TrackingTokens;
import io.careloop.engine.MailSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Makes the mail of a message and hands it to the mail server. */
@Component
class Mails {

    private final JavaMailSender server;
    private final MailSettings settings;
    private final TrackingTokens tokens;
    private final Links links;
    private final HtmlText html = new HtmlText();

    Mails(JavaMailSender server, MailSettings settings, TrackingTokens tokens, Links links) {
        this.server = server;
        this.settings = settings;
        this.tokens = tokens;
        this.links = links;
    }

    /**
     * @throws MessagingException if the address is none
     * @throws org.springframework.mail.MailException if the server did not take it
     */
    void send(OutboxMessage message) throws MessagingException {
        MimeMessage mail = server.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(
                mail, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        parts.setFrom(new InternetAddress(settings.address(), true));
        parts.setTo(new InternetAddress(message.address(), true));
        parts.setSubject(message.subject());
        parts.setSentDate(Date.from(message.queuedAt()));
        String text = withLink(message);
        parts.setText(text, html.of(text));
        mail.setHeader("Message-ID", message.messageId());
        mail.setHeader("References", MimeUtility.fold("References: ".length(), message.thread()));
        mail.setHeader(
                "In-Reply-To", message.thread().substring(message.thread().lastIndexOf(' ') + 1));
        mail.setHeader("Content-Language", message.locale().toLanguageTag());
        if (message.isAutomatic()) {
            mail.setHeader("Auto-Submitted", "auto-generated");
        }
        server.send(mail);
    }

    /** The customer's link is made as the mail leaves and stands nowhere else. */
    private String withLink(OutboxMessage message) {
        if (!message.isForCustomer() || !message.body().contains(CaseFacts.LINK_MARK)) {
            return message.body();
        }
        String link = links.tracking(tokens.issue(message.reference()));
        return message.body().replace(CaseFacts.LINK_MARK, link);
    }
}
