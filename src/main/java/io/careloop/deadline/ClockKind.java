package io.careloop.deadline;

/** What a clock of a case measures. */
public enum ClockKind {
    /** Until a person first answers the customer. */
    FIRST_RESPONSE,
    /** Until the customer confirms the effect of the solution. */
    RESOLUTION
}
