package io.careloop.deadline;

import io.careloop.cases.CaseReference;

/** Lets a process watch the clock of a promise, within the caller's transaction. */
public interface PromiseWatch {

    void start(CaseReference reference, int number, DeadlineClock clock);

    /** Nothing is left to watch. */
    void end(CaseReference reference, int number);
}
