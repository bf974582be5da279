package io.careloop.resolution;

import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import java.util.Optional;

/** Steers the service request of a case; the only way other code reaches it. A refusal is an answer, not an exception. */
public interface ServiceRequests {

    /** The question that waits for the customer. */
    Optional<OpenQuestion> openQuestion(CaseReference reference);

    /**
     * The customer answers the open question.
     *
     * @param reason needed with a no
     * @param actor  who brought it in: the customer, or the user id of the person who took it down
     */
    Outcome answer(CaseReference reference, boolean accepted, String reason, Channel channel, String actor);

    /** The customer takes the request back; everything about it ends. */
    Outcome withdraw(CaseReference reference, String actor);

    /** The customer comes back to a case that is closed: the same case within the window, a linked one after it. */
    Outcome reopen(CaseReference reference, String reason, Channel channel, String actor);

    /** What became of it. */
    sealed interface Outcome {

        /** @param reference the case that goes on; another one than asked for if a linked case was opened */
        record Done(CaseReference reference) implements Outcome {}

        /** @param code key of the sentence for the reader, {@code refusal.<code>} in the message bundle */
        record Refused(String code) implements Outcome {}
    }
}
