package io.careloop.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Refuses what a user submitted, with a sentence in the user's language that the Tasklist shows as it is. */
@Component
public class Refusals {

    private final MessageSource messages;

    Refusals(MessageSource messages) {
        this.messages = messages;
    }

    /** @param code of the sentence, {@code refusal.<code>} in the message bundle */
    public SubmissionRefused because(String code, Object... arguments) {
        return new SubmissionRefused(sentence(code, arguments));
    }

    /** For what a user may not do at all: the REST API answers it with 403 and the sentence. */
    AuthorizationException forbidden(String code, Object... arguments) {
        return new AuthorizationException(sentence(code, arguments));
    }

    private String sentence(String code, Object... arguments) {
        return messages.getMessage("refusal." + code, arguments, LocaleContextHolder.getLocale());
    }

    /** Undoes the submission; its message is meant for the user. */
    public static final class SubmissionRefused extends RuntimeException {

        private SubmissionRefused(String sentence) {
            super(sentence);
        }
    }
}
