package io.careloop.cases;

import java.time.Instant;

/**
 * One thing that happened to a case. Never changed once written.
 *
 * @param actor    user id, or {@link Actors#CUSTOMER}, or {@link Actors#SYSTEM}
 * @param isPublic whether the customer may see it
 * @param text     what a person reads beside the name of the kind; may be empty
 * @param field    for {@link Kind#EDITED}: the field, with its values before and after
 */
public record TimelineEntry(
        Instant at,
        Kind kind,
        String actor,
        boolean isPublic,
        String text,
        String field,
        String oldValue,
        String newValue) {

    /** What happened; pages show its name in the reader's language ({@code timeline.<kind>}). */
    public enum Kind {
        REGISTERED,
        ACKNOWLEDGED,
        CONTACT_RECOGNISED,
        CLASSIFIED,
        BEGUN_ON_TRIAL,
        EDITED,
        ANALYSED,
        QUESTION_ASKED,
        QUESTION_ANSWERED,
        SOLUTION_PROPOSED,
        OTHER_ROUTE_TAKEN,
        PLANNED,
        IMPLEMENTED,
        RESOLVED,
        FOLLOW_UP_PLANNED,
        CALLED,
        FEEDBACK_GIVEN,
        CLOSED,
        REOPENED,
        WITHDRAWN,
        MESSAGE_IN,
        MESSAGE_OUT,
        DELIVERY_FAILED,
        TOLD_IN_PERSON,
        ATTACHMENT_ADDED,
        DEADLINE_SET,
        DEADLINE_PAUSED,
        DEADLINE_RESUMED,
        DEADLINE_NEAR,
        DEADLINE_MISSED,
        DEADLINE_MET,
        HANDED_OVER,
        ESCALATED,
        ESCALATION_CLIMBED,
        ESCALATION_REVIEWED,
        ESCALATION_OVERDUE,
        ESCALATION_ENDED,
        OFFER_MADE,
        OFFER_DECLINED,
        ANSWER_APPROVED,
        ANSWER_REJECTED,
        PROMISE_MADE,
        PROMISE_KEPT,
        PROMISE_KEPT_LATE,
        PROMISE_BROKEN,
        RESTRICTED,
        RELEASED,
        DEPARTMENT_ASKED,
        DEPARTMENT_LOOKED,
        DEPARTMENT_ANSWERED,
        DEPARTMENT_ASKED_BACK,
        DEPARTMENT_CLARIFIED,
        DEPARTMENT_HANDED_BACK,
        DEPARTMENT_ASKED_AGAIN,
        DEPARTMENT_MOVED,
        DEPARTMENT_EXTENDED,
        DEPARTMENT_DROPPED,
        DEPARTMENT_LATE,
        COORDINATOR_CALLED,
        TASK_FORCE_CALLED,
        MINUTES_WRITTEN,
        CLOSING_HELD_UP,
        RECOVERY_STARTED,
        APOLOGISED,
        MADE_GOOD,
        RECOVERY_CHECKED,
        RECOVERY_ENDED,
        COMPENSATION_PROPOSED,
        COMPENSATION_GRANTED,
        COMPENSATION_REFUSED,
        COMPENSATION_PAID,
        COMPENSATION_TAKEN_BACK,
        LESSON_WANTED,
        LESSON_LEARNT,
        NOTE
    }
}
