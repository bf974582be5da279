package io.careloop.notification;

import io.careloop.cases.CaseReference;
import io.careloop.engine.MailSettings;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Identities of our mails. Each carries the reference, so that an answer finds its case even if its subject was changed. */
@Component
class MessageIds {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^\\s<>]{1,900}>");

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

    static boolean isOne(String text) {
        return text != null && MESSAGE_ID.matcher(text).matches();
    }
}
