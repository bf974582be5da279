package io.careloop.collaboration;

import java.time.Instant;

/**
 * Departments at work on one case.
 *
 * @param isTaskForce   whether it ends with minutes
 * @param coordinatedAt when a coordinator was called, null if none was
 * @param minutes       null unless they are written
 */
public record Collaboration(
        long id,
        boolean isTaskForce,
        Instant openedAt,
        String openedBy,
        Instant coordinatedAt,
        String minutes,
        String minutesBy,
        Instant endedAt) {}
