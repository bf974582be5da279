package io.careloop.local;

import io.careloop.engine.MailSettings;
import io.careloop.identity.LocalUsers;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started the application what to open and as whom. */
@Component
@Profile("!production")
class StartNotice {

    private static final Logger log = LoggerFactory.getLogger(StartNotice.class);

    private final LocalAddresses addresses;
    private final LocalUsers users;
    private final LocalSettings settings;
    private final MailSettings mail;
    private final Environment environment;

    StartNotice(
            LocalAddresses addresses,
            LocalUsers users,
            LocalSettings settings,
            MailSettings mail,
            Environment environment) {
        this.addresses = addresses;
        this.users = users;
        this.settings = settings;
        this.mail = mail;
        this.environment = environment;
    }

    @Order(Ordered.LOWEST_PRECEDENCE - 1)
    @EventListener(ApplicationReadyEvent.class)
    void print() {
        log.info("Careloop is ready.\n\n{}{}{}", openings(), mailLines(), userLines());
    }

    private String openings() {
        return addresses.all().stream()
                .map(address -> line(address.name(), addresses.url(address.path()), address.purpose()))
                .collect(Collectors.joining());
    }

    private String mailLines() {
        return ConditionalOnLocalMail.LocalMail.matches(environment)
                ? line("Mail, clock", addresses.url("/local"), "read and write mail as a customer, move the clock")
                        + "  %-12s SMTP 127.0.0.1:%d, IMAP 127.0.0.1:%d, service address %s%n"
                                .formatted("", settings.smtpPort(), settings.imapPort(), mail.address())
                : "";
    }

    private String userLines() {
        List<String> names = users.present();
        return names.isEmpty()
                ? ""
                : "%n  Users, each with its name as password:%n  %s%n".formatted(String.join(", ", names));
    }

    private static String line(String name, String url, String purpose) {
        return "  %-12s %-45s %s%n".formatted(name, url, purpose);
    }
}
