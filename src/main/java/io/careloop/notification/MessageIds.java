package io.careloop.notification;

import io.careloop.cases.CaseReference;
import io.careloop.engine.MailSettings;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Identities of our mails. Each carries the reference, so that an answer finds its case even if its subject was changed. */
@Component
class MessageIds {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^\\s<>]{1,900}>");

    private static final Pattern OURS =
            Pattern.compile("<C-[\\d-]+\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^\\s<>@]+>");

    private final String host;

    MessageIds(MailSettings mail) {
        this.host = mail.address().substring(mail.address().indexOf('@') + 1);
    }

    String of(CaseReference reference, UUID id) {
        return "<%s.%s@%s>".formatted(reference, id, host);
    }

    /** The message that all mails of a case answer to. It is never sent. */
    String ofThread(CaseReference reference) {
        return "<%s@%s>".formatted(reference, host);
    }

    /** The message that has this identity, if the identity is one of ours. */
    static Optional<UUID> messageOf(String text) {
        Matcher matcher = OURS.matcher(text == null ? "" : text.strip());
        return matcher.matches() ? Optional.of(UUID.fromString(matcher.group(1))) : Optional.empty();
    }

    static boolean isOne(String text) {
        return text != null && MESSAGE_ID.matcher(text).matches();
    }
}
