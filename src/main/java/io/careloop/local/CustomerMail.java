package io.careloop.local;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * A mail to write as a customer.
 *
 * @param mailbox and
 * @param uid     of the mail that is answered; both null if none is
 */
record CustomerMail(
        @NotBlank @Email @Size(max = 254) String from,

        @NotNull @Size(max = 500) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String subject,

        @NotBlank @Size(max = 100_000) String text,
        String mailbox,
        Long uid) {

    static CustomerMail empty() {
        return new CustomerMail("", "", "", null, null);
    }

    static CustomerMail answerTo(LocalMail mail) {
        String subject = mail.subject().regionMatches(true, 0, "Re:", 0, 3) ? mail.subject() : "Re: " + mail.subject();
        return new CustomerMail(mail.mailbox(), subject, "", mail.mailbox(), mail.uid());
    }
}
