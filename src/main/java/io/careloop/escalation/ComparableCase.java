package io.careloop.escalation;

import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import java.time.Instant;

/**
 * Another case of the same category in which something above standard was offered.
 *
 * @param status what has become of it
 */
public record ComparableCase(CaseReference reference, String offer, Instant at, CaseStatus status) {}
