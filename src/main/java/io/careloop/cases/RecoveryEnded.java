package io.careloop.cases;

/**
 * Nobody works any more on winning the customer back; what had caused the failure may be counted, once for each recovery.
 * Heard within the same transaction.
 *
 * @param causeCode such as {@code delivery-late}; null if the case was over before anybody had said
 * @param ending    {@code made-good}, {@code not-reached} or {@code case-over}
 */
public record RecoveryEnded(CaseReference reference, String causeCode, String ending) {}
