package io.careloop.deadline;

import io.careloop.cases.CaseReference;
import java.util.Collection;
import java.util.List;

/** Carries moved clocks over to the processes that watch them, within the caller's transaction. */
public interface ClockTimers {

    /** Does nothing for a clock that no process watches. */
    void move(CaseReference reference, List<Move> moves);

    /**
     * Reads in few calls what moving clocks of these cases reads one by one otherwise; of use within one command of the
     * engine only.
     */
    void prepare(Collection<CaseReference> references);

    /**
     * A clock before and after.
     *
     * @param process  key of the process that watches it
     * @param releases whether what waits for the clock goes on at once, so that its process can end
     */
    record Move(DeadlineClock before, DeadlineClock after, String process, boolean releases) {}
}
