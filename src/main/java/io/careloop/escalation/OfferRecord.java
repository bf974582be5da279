package io.careloop.escalation;

import io.careloop.cases.CaseReference;
import java.time.Instant;

/**
 * What a negotiator decided.
 *
 * @param offer  above standard; null if none is made
 * @param reason for colleagues, null where none was given
 */
record OfferRecord(CaseReference reference, String negotiator, String offer, String reason, Instant at) {}
