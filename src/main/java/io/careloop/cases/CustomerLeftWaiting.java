package io.careloop.cases;

/**
 * The customer waits, and nobody works on their case or tells them anything. Heard within the same transaction.
 *
 * @param occasion tells it from other times of waiting of the case
 */
public record CustomerLeftWaiting(CaseReference reference, String occasion) {}
