package io.careloop.escalation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a reviewer may decide; forms and diagrams name it by its code. */
public enum Decision {
    /** The customer gets the answer. */
    ANSWER,
    /** The customer gets the answer, and an offer above standard if a negotiator makes one. */
    OFFER,
    /** Departments say their part first; then the reviewer decides anew. */
    ASK_DEPARTMENTS,
    /** Somebody higher decides. */
    NEXT_TIER,
    /** The owner goes on with the case. */
    HAND_BACK;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Decision> of(String code) {
        return Arrays.stream(values())
                .filter(decision -> decision.code().equals(code))
                .findFirst();
    }

    boolean needsAnswer() {
        return this == ANSWER || this == OFFER;
    }

    /** What departments are asked says enough. */
    boolean needsReason() {
        return this != ANSWER && this != ASK_DEPARTMENTS;
    }
}
