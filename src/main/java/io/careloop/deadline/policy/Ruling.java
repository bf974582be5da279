package io.careloop.deadline.policy;

import java.time.Instant;

/**
 * A pack rules new cases from an instant on, until the next one does.
 *
 * @param actor user id of whoever decided it
 */
public record Ruling(String policy, Instant since, String actor, String reason) {}
