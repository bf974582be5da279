package io.careloop.escalation;

import io.careloop.cases.CaseReference;
import java.time.Instant;

/**
 * One escalation of a case.
 *
 * @param risk         class of risk, {@link #NO_RISK} for none, null until it is assessed
 * @param sensitive    whether legal and quality approve what goes out, and others than its group do not see the case
 * @param tier         1 is the first; 0 until it is chosen
 * @param nextTier     where it climbs next, 0 if this is the last one
 * @param team         group of the tier, null until it is chosen
 * @param dueAt        end of the tier's limit, null until it is chosen
 * @param reviewer     user id of whoever took the review of this tier, null while nobody has
 * @param answer       what the customer is to be told in the end, null until somebody has written it
 * @param answeredBy   user id of who wrote the answer
 * @param endedAt      null while it is open
 * @param ending       null while it is open
 * @param endingReason why it was handed back, else null
 */
public record Escalation(
        long id,
        CaseReference reference,
        Instant openedAt,
        String risk,
        boolean sensitive,
        int tier,
        int nextTier,
        String team,
        Instant dueAt,
        String reviewer,
        String answer,
        String answeredBy,
        Instant endedAt,
        Ending ending,
        String endingReason) {

    public static final String NO_RISK = "none";

    /** How an escalation ends. */
    public enum Ending {
        /** The customer has the final answer. */
        ANSWERED,
        /** The owner goes on with the case. */
        HANDED_BACK,
        /** The case was withdrawn or closed meanwhile. */
        CASE_OVER
    }

    public boolean isOpen() {
        return endedAt == null;
    }

    public boolean isInLastTier() {
        return nextTier == 0;
    }

    public boolean hasRisk() {
        return risk != null && !risk.equals(NO_RISK);
    }
}
