package io.careloop.escalation;

/** The table of risks. */
public interface Risks {

    /** @return a class of risk, {@link Escalation#NO_RISK} for none */
    String of(ComplaintFacts facts);
}
