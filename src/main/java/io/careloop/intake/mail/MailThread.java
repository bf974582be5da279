package io.careloop.intake.mail;

import io.careloop.cases.CaseReference;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the case that a mail belongs to. Our own mails have ids of the form {@code <C-2026-000042.<uuid>@<our domain>>};
 * a reply names them.
 */
final class MailThread {

    private static final int LONGEST_HEADER = 20_000;

    private final Pattern ours;

    /** @param address our own mail address */
    MailThread(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1);
        ours = Pattern.compile("<(C-\\d{4}-\\d{6,12})\\.[0-9a-fA-F-]{36}@" + Pattern.quote(domain) + ">");
    }

    /** The case of ours whose message this mail answers. */
    Optional<CaseReference> answered(MimeMessage mail) throws MessagingException {
        return named(mail, "In-Reply-To", "References");
    }

    /** The case whose message this mail is: of use for what a bounce sends back to us. */
    Optional<CaseReference> sent(MimeMessage mail) throws MessagingException {
        return named(mail, "Message-ID");
    }

    private Optional<CaseReference> named(MimeMessage mail, String... headers) throws MessagingException {
        for (String header : headers) {
            String ids = String.join(
                    " ",
                    Stream.ofNullable(mail.getHeader(header))
                            .flatMap(Stream::of)
                            .toList());
            Optional<CaseReference> last = lastNamed(ids);
            if (last.isPresent()) {
                return last;
            }
        }
        return Optional.empty();
    }

    /** Of several the last one: it is the nearest in the thread. */
    Optional<CaseReference> lastNamed(String ids) {
        String nearest = ids.length() > LONGEST_HEADER ? ids.substring(ids.length() - LONGEST_HEADER) : ids;
        return ours.matcher(nearest)
                .results()
                .reduce((first, second) -> second)
                .map(id -> CaseReference.of(id.group(1)));
    }
}
