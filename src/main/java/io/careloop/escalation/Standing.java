package io.careloop.escalation;

import java.time.Instant;

/**
 * Where an escalation stands, in what its process has to know.
 *
 * @param nextTier  0 if this is the last one
 * @param dueAt     end of the tier's limit
 * @param climbAt   when it climbs by itself; far off in the last tier
 * @param overdueAt when the managers are to know that it is late; far off in other tiers
 * @param clockSubject names the clock of this tier
 * @param noticeAt  when somebody is at work to be told
 */
public record Standing(
        int tier,
        int nextTier,
        String team,
        boolean sensitive,
        Instant dueAt,
        Instant climbAt,
        Instant overdueAt,
        String clockSubject,
        Instant noticeAt) {}
