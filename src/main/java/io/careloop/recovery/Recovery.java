package io.careloop.recovery;

import io.careloop.cases.CaseReference;
import java.time.Instant;

/**
 * One time of winning a customer back.
 *
 * @param dueAt        by when somebody is to have apologised
 * @param owner        user id of who did; null while nobody has
 * @param apology      in the owner's own words
 * @param fix          what is done about the failure itself
 * @param checks       how often the customer was asked whether it was made good
 * @param causeCode    null until it has ended well or the customer was not reached
 * @param endedAt      null while it is open
 */
public record Recovery(
        long id,
        CaseReference reference,
        Instant openedAt,
        Instant dueAt,
        String owner,
        String apology,
        Instant apologisedAt,
        String fix,
        int checks,
        String causeCode,
        Instant endedAt,
        Ending ending) {

    /** How a recovery ends. */
    public enum Ending {
        MADE_GOOD,
        NOT_REACHED,
        CASE_OVER
    }

    public boolean isOpen() {
        return endedAt == null;
    }
}
