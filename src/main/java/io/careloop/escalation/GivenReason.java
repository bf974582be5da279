package io.careloop.escalation;

import java.time.Instant;

/**
 * Why a complaint climbed, as it was given.
 *
 * @param words of the person who gave it; null for none
 * @param actor user id, customer or system
 */
public record GivenReason(EscalationReason reason, String words, String actor, Instant at) {}
