package io.careloop.cases;

/** Resolved: the customer confirmed the effect. Closed: the follow-up is over as well. */
public enum CaseStatus {
    OPEN,
    RESOLVED,
    CLOSED,
    WITHDRAWN;

    /** Nothing is being done about the case any more. */
    public boolean isOver() {
        return this == CLOSED || this == WITHDRAWN;
    }
}
