package io.careloop.recovery;

import io.careloop.cases.CaseReference;
import java.time.Instant;
import java.util.UUID;

/**
 * One row of a case's ledger.
 *
 * @param id             also the key under which the payment service is asked, now and ever after
 * @param recovery       the recovery that it belongs to; null for one given outside of it
 * @param reverses       for a reversal: the grant that it takes back
 * @param reason         why the customer gets it; of a reversal: why not
 * @param stakeReason    why it may exceed the share of what the case is about; null if it does not
 * @param askedGroup     whose members may approve; null if the proposer could decide alone
 * @param approver       user id of who decided on it; null if the proposer did, and while nobody has
 * @param decisionReason what they said
 * @param settledAt      when it was paid or given up
 * @param attempts       how often the payment service was called
 * @param attemptedAt    when last
 * @param byHand         why a person pays it; null if nobody has to
 * @param receipt        how the payment service, or the person who paid, finds it again
 */
public record LedgerEntry(
        UUID id,
        CaseReference reference,
        Long recovery,
        UUID reverses,
        CompensationKind kind,
        Money money,
        String proposer,
        String reason,
        String stakeReason,
        String askedGroup,
        State state,
        String approver,
        String decisionReason,
        Instant at,
        Instant decidedAt,
        Instant settledAt,
        int attempts,
        Instant attemptedAt,
        ByHand byHand,
        String receipt) {

    /** Where a row stands. Granted, paid and not paid count towards the sum of the case, reversals against it. */
    public enum State {
        PROPOSED,
        GRANTED,
        PAID,
        /** Granted, but it cannot be paid; a reversal stands beside it. */
        NOT_PAID,
        REFUSED,
        REVERSAL
    }

    /** Why a person has to pay. */
    public enum ByHand {
        /** No payment service is configured. */
        NO_SERVICE,
        /** It is nothing that a payment service gives. */
        IN_KIND,
        /** The payment service said no. */
        REFUSED,
        /** Nobody can tell whether the payment service has paid. */
        UNDECIDED
    }
}
