package io.careloop.resolution;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What we asked the customer and have no answer to yet.
 *
 * @param text       the problem as we understand it, the proposed solution, or what was done
 * @param finishDate for a solution: the day by which it is in place
 * @param round      counts the solutions proposed, from 1
 */
public record OpenQuestion(Kind kind, String text, LocalDate finishDate, int round, Instant askedAt) {

    /** What is asked; every one is answered with yes or no. */
    public enum Kind {
        /** Did we understand your problem? */
        PROBLEM,
        /** Do you accept this solution? */
        SOLUTION,
        /** Does it work now? */
        EFFECT
    }
}
