package io.careloop.cases;

/**
 * The effect did not last: work on the case goes on. Heard within the same transaction.
 *
 * @param round how often it came back, from 1
 */
public record CaseReopened(CaseReference reference, int round) {}
