package io.careloop.recovery;

import io.careloop.cases.CaseReference;
import java.math.BigDecimal;

/**
 * A compensation that somebody wants to give.
 *
 * @param requestKey  the same wish has the same key, however often it arrives
 * @param recovery    that it belongs to, or null
 * @param amount      in the currency of the case
 * @param reason      why the customer gets it
 * @param stakeReason why it may be out of proportion to what the case is about; null if not said
 * @param proposer    user id
 */
public record Proposal(
        String requestKey,
        CaseReference reference,
        Long recovery,
        CompensationKind kind,
        BigDecimal amount,
        String reason,
        String stakeReason,
        String proposer) {}
