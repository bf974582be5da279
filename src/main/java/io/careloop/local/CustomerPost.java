package io.careloop.local;

import io.careloop.engine.MailSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends what is written as a customer, by SMTP like any customer's mail. */
@Component
@ConditionalOnLocalMail
class CustomerPost {

    private final JavaMailSender sender;
    private final LocalMailServer server;
    private final MailSettings settings;

    CustomerPost(JavaMailSender sender, LocalMailServer server, MailSettings settings) {
        this.sender = sender;
        this.server = server;
        this.settings = settings;
    }

    /** Sends to the service, or to whoever wrote the mail that is answered. */
    void send(CustomerMail mail) {
        try {
            Optional<LocalMail> answered =
                    mail.uid() == null ? Optional.empty() : server.mail(mail.mailbox(), mail.uid());
            MimeMessage message = sender.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(mail.from());
            helper.setTo(answered.map(LocalMail::replyTo).orElse(settings.address()));
            helper.setSubject(mail.subject());
            helper.setText(mail.text());
            if (answered.isPresent()) {
                message.setHeader("In-Reply-To", answered.get().messageId());
                message.setHeader("References", String.join(" ", answered.get().references()));
            }
            sender.send(message);
        } catch (MessagingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
