package io.careloop.escalation;

import java.time.Instant;
import java.util.List;

/**
 * What a reviewer decided.
 *
 * @param answer    for the customer, null where none was written
 * @param reason    for colleagues, null where none was given
 * @param approvals what legal and quality said to it
 */
record ReviewRecord(
        long id,
        int tier,
        String reviewer,
        Decision decision,
        String answer,
        String reason,
        Instant at,
        List<ApprovalRecord> approvals) {

    /** Legal and quality. */
    private static final int APPROVERS = 2;

    boolean isApproved() {
        return approvals.size() == APPROVERS && !isRejected();
    }

    boolean isRejected() {
        return approvals.stream().anyMatch(approval -> !approval.approved());
    }
}
