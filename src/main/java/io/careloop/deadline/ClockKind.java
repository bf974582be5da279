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
    /**
     * Since the customer last heard from us. It begins anew with each word to them; moving its timer each time would cost
     * more than letting it fire early, which it therefore does.
     */
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

    /** Whether its timer may fire before there is anything to tell, and is only moved to earlier. */
    public boolean isLookedAtEarly() {
        return this == SILENCE;
    }

    static Optional<ClockKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
