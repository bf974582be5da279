package io.careloop.deadline;

import java.util.Arrays;
import java.util.Optional;

/** What a clock of a case measures. */
public enum ClockKind {
    /** Until a person first answers the customer. */
    FIRST_RESPONSE("firstResponse"),
    /** Until the customer confirms the effect of the solution. */
    RESOLUTION("resolution"),
    /** How long the case is in one stage; the subject is the stage. Recorded as a norm, watched by nobody. */
    STAGE("stage"),
    /** Until something promised to the customer is done; the subject is the number of the promise. */
    PROMISE("promise"),
    /** Since the customer last heard from us. */
    SILENCE("silence"),
    /** Until an escalation is decided; the subject is its number. */
    ESCALATION("escalation"),
    /** Until a department has done its part; the subject is the number of its task. */
    DEPARTMENT("department");

    private final String code;

    ClockKind(String code) {
        this.code = code;
    }

    /** As diagrams, addresses and tables write it. */
    public String code() {
        return code;
    }

    static Optional<ClockKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
