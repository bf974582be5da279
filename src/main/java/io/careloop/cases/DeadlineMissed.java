package io.careloop.cases;

import java.time.Instant;

/**
 * A limit of the case has passed, and what it measures is not done. Heard within the same transaction.
 *
 * @param clock which limit, such as {@code firstResponse} or {@code promise.3}
 */
public record DeadlineMissed(CaseReference reference, String clock, Instant dueAt) {}
