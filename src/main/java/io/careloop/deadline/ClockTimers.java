package io.careloop.deadline;

import io.careloop.cases.CaseReference;
import java.util.List;

/** Carries moved clocks over to the processes of the case, within the caller's transaction. */
public interface ClockTimers {

    /** Does nothing for a case that no process runs for. */
    void move(CaseReference reference, List<Move> moves);

    /** Lets end what still waits for a threshold, so that the process of the case can end. */
    void release(CaseReference reference);

    /** A clock before and after. */
    record Move(DeadlineClock before, DeadlineClock after) {}
}
