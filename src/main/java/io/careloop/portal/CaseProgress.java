package io.careloop.portal;

import io.careloop.cases.CaseStatus;
import io.careloop.cases.Stage;
import io.careloop.deadline.ClockKind;
import io.careloop.deadline.Promise;
import io.careloop.resolution.OpenQuestion;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A case as its customer sees it: nothing that is only for the staff. Times are in the zone of our opening hours.
 *
 * @param owner        name of the person who looks after the case
 * @param nextDeadline what is due next; null while nothing is
 * @param question     what we asked and have no answer to; null if nothing
 * @param review       somebody else looks at it; null if nobody does
 * @param promises     what we promised, in that order, but for what nobody waits for any more
 * @param happenings   all that was said and done, oldest first
 * @param byPhone      whether we can only call this customer
 */
record CaseProgress(
        String reference,
        String subject,
        CaseStatus status,
        Stage stage,
        WaitingFor waitingFor,
        String owner,
        ZonedDateTime registeredAt,
        Deadline firstResponse,
        Deadline resolution,
        ClockKind nextDeadline,
        Question question,
        Review review,
        List<Promised> promises,
        List<Happening> happenings,
        boolean byPhone) {

    /** Who has to do something so that the case goes on. */
    enum WaitingFor {
        CUSTOMER,
        US,
        NOBODY
    }

    /** @param doneAt null while the clock runs */
    record Deadline(ZonedDateTime dueAt, ZonedDateTime doneAt) {}

    /**
     * The review of a complaint by somebody who has not handled it.
     *
     * @param dueAt when it is decided or goes one step higher; null right after it began
     * @param taken whether somebody is at it already
     */
    record Review(ZonedDateTime since, ZonedDateTime dueAt, boolean taken) {}

    record Promised(String text, ZonedDateTime dueAt, Promise.State state) {}

    /** @param id names this question among all of the case */
    record Question(String id, OpenQuestion.Kind kind, String text, LocalDate finishDate, int round) {}

    /**
     * @param what    code of an event ({@code portal.event.<what>}), or MESSAGE
     * @param who     who did or said it
     * @param name    of the member of our staff; null for others
     * @param subject of a message, may be null
     */
    record Happening(ZonedDateTime at, String what, Author who, String name, String subject, String text) {

        static final String MESSAGE = "MESSAGE";

        public boolean isMessage() {
            return what.equals(MESSAGE);
        }
    }

    /** Seen from the customer. */
    enum Author {
        CUSTOMER,
        STAFF,
        SYSTEM
    }

    public Deadline next() {
        return nextDeadline == null ? null : nextDeadline == ClockKind.FIRST_RESPONSE ? firstResponse : resolution;
    }

    public boolean isOpen() {
        return status == CaseStatus.OPEN;
    }

    public boolean isOver() {
        return status.isOver();
    }

    public boolean isSolved() {
        return status == CaseStatus.RESOLVED || status == CaseStatus.CLOSED;
    }
}
