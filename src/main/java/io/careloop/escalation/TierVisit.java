package io.careloop.escalation;

import java.time.Instant;

/**
 * The time of an escalation in one tier.
 *
 * @param dueAt     end of the tier's own limit
 * @param overdueAt when that was noticed where no tier is left; else null
 */
public record TierVisit(int tier, String team, Instant enteredAt, Instant dueAt, Instant overdueAt) {}
