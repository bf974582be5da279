package io.careloop.cases;

/**
 * The customer wrote about a case that is over. The message is on the case already. Heard within the same transaction.
 *
 * @param reason what they wrote
 */
public record CustomerReturned(CaseReference reference, Channel channel, String reason) {}
