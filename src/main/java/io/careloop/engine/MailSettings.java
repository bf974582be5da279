package io.careloop.engine;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The service's own mail address and the mailbox behind it. Mail goes out through {@code spring.mail.*}; what customers
 * write is read from {@code imap}.
 *
 * @param address what customers write to and what our mails come from
 */
@Validated
@ConfigurationProperties("careloop.mail")
public record MailSettings(
        @NotBlank @Email @DefaultValue("service@careloop.localhost")
        String address,

        @NotNull @Valid @DefaultValue Imap imap) {

    /**
     * The mailbox of the service address.
     *
     * @param host blank if no mailbox is read
     * @param ssl  whether the connection is encrypted from its first byte (port 993)
     * @param tlsRequired whether a mailbox that offers no encryption is left alone; without, STARTTLS is used where it
     *     is offered
     */
    public record Imap(
            @NotNull @DefaultValue("") String host,
            @Min(1) @Max(65535) @DefaultValue("143") int port,
            @NotNull @DefaultValue("") String user,
            @NotNull @DefaultValue("") String password,
            @DefaultValue("false") boolean ssl,
            @DefaultValue("false") boolean tlsRequired) {

        /** Whether a mailbox is configured. */
        public boolean enabled() {
            return !host.isBlank();
        }

        /** Without the password, so that it never reaches a log. */
        @Override
        public String toString() {
            return "Imap[%s:%d, user=%s, ssl=%s]".formatted(host, port, user, ssl);
        }
    }
}
