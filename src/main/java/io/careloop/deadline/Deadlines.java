package io.careloop.deadline;

import io.careloop.cases.CaseReference;
import java.util.Optional;

/** Starts, moves and stops the clocks of a case, and keeps the engine's timers and task due dates equal to them. */
public interface Deadlines {

    /** Starts both clocks under the service level of a case that is not classified yet. */
    CaseDeadlines start(CaseReference reference);

    /**
     * Applies the service level of the category and priority that the case has now. A due date never moves to later, and
     * one that somebody decided on stays.
     */
    CaseDeadlines reassess(CaseReference reference);

    /** What the clock measures is done. Stopping a stopped clock does nothing. */
    void stop(CaseReference reference, ClockKind kind);

    /** What had been done is undone: the clock runs on as if it had never stopped. */
    CaseDeadlines resume(CaseReference reference, ClockKind kind);

    /**
     * The case is over: both clocks stop, and what waits in its process for a threshold is let end, since the process
     * could not end before it.
     */
    void end(CaseReference reference);

    /** Empty for a case whose clocks were never started. */
    Optional<CaseDeadlines> of(CaseReference reference);
}
