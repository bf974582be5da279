package io.careloop.intake.mail;

import io.careloop.cases.CaseReference;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the case that a mail belongs to. Our own mails have ids of the form {@code <C-2026-000042.<uuid>@<our domain>>};
 * a reply names them.
 */
final class MailThread {

    private static final int LONGEST_HEADER = 20_000;

    private final Pattern ours;

    /** Anybody can write such an id: whether we gave it is known to those who send our mails. */
    record OurId(CaseReference reference, UUID id) {}

    /** @param address our own mail address */
    MailThread(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1);
        ours = Pattern.compile(
                "<(C-\\d{4}-\\d{6,12})\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@" + Pattern.quote(domain) + ">");
    }

    /** The mail of ours that this mail answers. */
    Optional<OurId> answered(MimeMessage mail) throws MessagingException {
        return named(mail, "In-Reply-To", "References");
    }

    /** The mail of ours that this is: of use for what a bounce brings back. */
    Optional<OurId> sent(MimeMessage mail) throws MessagingException {
        return named(mail, "Message-ID");
    }

    private Optional<OurId> named(MimeMessage mail, String... headers) throws MessagingException {
        for (String header : headers) {
            String ids = String.join(
                    " ",
                    Stream.ofNullable(mail.getHeader(header))
                            .flatMap(Stream::of)
                            .toList());
            Optional<OurId> last = lastNamed(ids);
            if (last.isPresent()) {
                return last;
            }
        }
        return Optional.empty();
    }

    /** Of several the last one: it is the nearest in the thread. */
    Optional<OurId> lastNamed(String ids) {
        String nearest = ids.length() > LONGEST_HEADER ? ids.substring(ids.length() - LONGEST_HEADER) : ids;
        return ours.matcher(nearest)
                .results()
                .reduce((first, second) -> second)
                .map(id -> new OurId(CaseReference.of(id.group(1)), UUID.fromString(id.group(2))));
    }
}
