package io.careloop.escalation;

import java.time.Instant;

/**
 * What an approver said to an answer.
 *
 * @param review   that the answer came of
 * @param approver group in whose name it is said
 * @param reason   null where none was given
 */
record ApprovalRecord(long review, String approver, String actor, boolean approved, String reason, Instant at) {}
