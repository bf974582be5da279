package io.careloop.escalation;

import java.util.Arrays;
import java.util.Locale;

/** Why a complaint climbs. Diagrams name it by its code, the name in lower case. */
public enum EscalationReason {
    /** A limit of the case has passed. */
    BREACH,
    /** What was promised to the customer was not kept. */
    PROMISE,
    /** The customer wants somebody else to look at it; they need not say why. */
    DEMAND,
    /** What the customer says belongs to a class of risk. */
    RISK,
    /** A member of the staff asks for it. */
    STAFF;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a code that is none, naming those that are */
    public static EscalationReason of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("An escalation has one of the reasons %s, not %s"
                        .formatted(
                                Arrays.stream(values())
                                        .map(EscalationReason::code)
                                        .toList(),
                                code)));
    }
}
