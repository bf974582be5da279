package io.careloop.insight;

import io.careloop.insight.CaseFact.CaseSeen;
import java.time.Instant;

/**
 * A case in one line: what it was, and how it went.
 *
 * @param file     the file of the case at last
 * @param stage    that the process has reached
 * @param standsAt name of a node that the case waits at, as {@code definition/node}; null if it waits nowhere
 * @param nextDue  the earliest due date that is ahead, or missed and not met; null if there is none
 * @param breached whether a clock that people follow was stopped too late, or runs on past its limit
 */
record CaseLine(
        String reference,
        CaseSeen file,
        String stage,
        String standsAt,
        ClockLine firstResponse,
        ClockLine resolution,
        boolean breached,
        Instant nextDue,
        Counts counts,
        String word,
        Integer score,
        boolean acknowledged,
        boolean answered,
        boolean followedUp) {

    /** How a clock of the case stands; due is null if there is no such clock, seconds are null while it runs. */
    record ClockLine(Instant due, Long seconds, boolean late) {

        static final ClockLine NONE = new ClockLine(null, null, false);
    }

    /** How often things happened. */
    record Counts(
            int transfers,
            int escalations,
            int recoveries,
            int departments,
            int handBacks,
            int contacts,
            int messagesOut,
            int promisesMade,
            int promisesKept,
            int promisesBroken,
            int failedDeliveries,
            int incidents) {}
}
