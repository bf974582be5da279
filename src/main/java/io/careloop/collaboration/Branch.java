package io.careloop.collaboration;

import io.careloop.cases.CaseReference;
import java.time.Duration;
import java.time.Instant;

/**
 * One question to one department.
 *
 * @param number    within its collaboration, from 1
 * @param allowed   opening hours that the department has for it
 * @param held      opening hours that the department has had it before {@code since}
 * @param since     when it came to the department last; null while it lies with somebody else
 * @param dueAt     null until the department has it for the first time
 * @param handBacks how often it was handed back
 * @param late      whether a department has been late with it
 * @param answer    null unless it is answered
 */
public record Branch(
        long id,
        long run,
        CaseReference reference,
        int number,
        String department,
        String question,
        Instant askedAt,
        String askedBy,
        State state,
        Duration allowed,
        Duration held,
        Instant since,
        Instant dueAt,
        int handBacks,
        boolean late,
        String answer,
        Instant endedAt) {

    public boolean isOpen() {
        return endedAt == null;
    }

    /** Where the question lies. */
    public enum State {
        /** The department has it. */
        WITH_DEPARTMENT,
        /** The department needs to know more; the owner answers. */
        ASKED_BACK,
        /** The department does not take it; the owner decides. */
        HANDED_BACK,
        /** Handed back a second time; a coordinator decides. */
        WITH_COORDINATOR,
        ANSWERED,
        /** Ended without an answer. */
        DROPPED
    }
}
