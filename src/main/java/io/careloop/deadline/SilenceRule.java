package io.careloop.deadline;

import java.util.Optional;

/**
 * What follows when the customer hears nothing.
 *
 * @param counts whether what the customer was told last counts as a word to them; if not, the clock runs on
 * @param limit  how long they may hear nothing; empty for as long as it takes
 * @param answer what is done then
 * @param within how long a person has for it
 */
public record SilenceRule(boolean counts, Optional<Limit> limit, Answer answer, Limit within) {

    /** Who writes to the customer. */
    public enum Answer {
        /** A notice that says where the case stands goes out by itself. */
        NOTICE,
        /** The owner writes. */
        TASK
    }
}
