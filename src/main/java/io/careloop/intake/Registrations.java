package io.careloop.intake;

import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.cases.Urgency;
import java.util.List;
import java.util.Locale;

/** The one door by which a request becomes a case, whatever the channel. */
public interface Registrations {

    /**
     * Registers the request once.
     *
     * @param idempotencyKey of the sender; null registers always. The same key with the same request gives the same case
     *     with a fresh token; with another request it is refused
     */
    Registration register(Request request, String idempotencyKey);

    /**
     * @param contact  e-mail address or phone number as the customer typed it
     * @param owner    user id of whoever took the request; null for the duty owner
     */
    record Request(
            Channel channel,
            String contact,
            String name,
            String subject,
            String description,
            Urgency urgency,
            String remedySought,
            String triedSteps,
            String product,
            Locale locale,
            String owner,
            List<File> files) {}

    /** @param content at most the configured size */
    record File(String name, String mediaType, byte[] content) {}

    /** What came of a request. */
    sealed interface Registration {

        /** @param replayed whether the key had been used for the same request before */
        record Registered(CaseReference reference, String trackingToken, boolean replayed) implements Registration {}

        /**
         * @param field name of the property at fault, null if it is none
         * @param code  key of the sentence for the reader, {@code refusal.<code>} in the message bundle
         */
        record Refused(String field, String code) implements Registration {}
    }
}
