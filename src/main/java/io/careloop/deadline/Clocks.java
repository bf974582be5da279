package io.careloop.deadline;

import io.careloop.cases.CaseReference;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Clocks of a case of any kind, for the modules whose work they measure. Everything is done within the caller's
 * transaction: what is on file, the facts that prove it, and the timers of the processes that watch.
 *
 * <p>A process may watch a clock of kind {@code promise}, say, by a timer that looks at it again and again:
 *
 * <ul>
 *   <li>The clock is started first, {@link ClockStart#watchedBy} being the key of the process; the process is started
 *       with the business key of the case and, as {@code Date}, the variables {@code promiseDue}
 *       ({@link DeadlineClock#dueAt}) and {@code promiseNotice} ({@link DeadlineClock#timerAt}). A clock with a subject
 *       is known to its instance by the subject as text in the variable {@code clockSubject}.
 *   <li>A timer event with {@code timeDate ${promiseNotice}} leads to a service task {@code ${noteDeadlineDelegate}}
 *       with the input {@code clock}: {@code promise}, or {@code promise.${clockSubject}}. That sets {@code
 *       deadlineState} of the scope around the task to {@code near}, {@code missed}, {@code waiting} or {@code stopped}
 *       and {@code promiseNotice} to when to look again; the diagram tells whom it should and goes back to the timer.
 *   <li>The timer is moved with the clock if its node is called {@code Event_PromiseNoticeDue} (start of an event
 *       subprocess) or {@code Event_PromiseDeadline} (where a token waits). {@link #end} makes the latter fire at once,
 *       so that the instance sees {@code stopped} and ends.
 *   <li>Variables {@code promiseDue} and {@code promiseNotice} are set, and due dates of the case's tasks that are
 *       equal to the due date before are moved, whenever the clock changes.
 * </ul>
 */
public interface Clocks {

    /** Starts a clock, or starts it anew if there is one of that name. */
    DeadlineClock start(CaseReference reference, ClockId clock, ClockStart start);

    /** What the clock measures is done: its timer waits for ever. Stopping a stopped clock, or none, does nothing. */
    void stop(CaseReference reference, ClockId clock);

    /** Stops a clock whose process is told by the caller itself, and needs no timer any more. */
    void stopUnwatched(CaseReference reference, ClockId clock);

    /** Stops the clock and lets what waits for it in its process go on at once. */
    void end(CaseReference reference, ClockId clock);

    /**
     * What had been done is undone: the clock runs on, and the time since it stopped does not count. Does nothing to a
     * clock that runs.
     *
     * @param reason why that time does not count
     */
    void reopen(CaseReference reference, ClockId clock, String reason);

    /**
     * Pauses a clock for a listed reason, until it is resumed or the longest time for the reason is over.
     *
     * @param until when it ends by itself; null for as late as the reason allows
     * @param actor user id, or {@link io.careloop.cases.Actors#SYSTEM} for a step of a process
     * @param note  why, in the words of that person; null for nothing
     */
    PauseOutcome pause(CaseReference reference, ClockId clock, String reason, Instant until, String actor, String note);

    /**
     * A step of a process waits for somebody: pauses those of the clocks that may be paused for that reason, and leaves
     * the others.
     */
    void pauseAll(CaseReference reference, Collection<ClockId> clocks, String reason);

    /**
     * The step waits no longer: ends the pauses that {@link #pauseAll} began.
     *
     * @return the clocks as they stand
     */
    List<DeadlineClock> resumeAll(CaseReference reference, Collection<ClockId> clocks, String reason);

    /**
     * Ends the pause that lasts. Does nothing if none does.
     *
     * @param reason of the pause that is to end; null for any
     * @return the clock as it stands, which may be due earlier; empty if there is none
     */
    Optional<DeadlineClock> resume(CaseReference reference, ClockId clock, String reason, String actor);

    /**
     * Gives a clock another limit, counted from its start; the only way to make it due later.
     *
     * @param reason why, kept with the facts
     */
    Optional<DeadlineClock> decide(CaseReference reference, ClockId clock, Limit limit, String actor, String reason);

    /** Somebody knows of what was told last, which is therefore not told again. */
    Optional<DeadlineClock> acknowledge(CaseReference reference, ClockId clock, String actor);

    Optional<DeadlineClock> find(CaseReference reference, ClockId clock);

    /** All clocks of a case in their order, stopped ones too. */
    List<DeadlineClock> of(CaseReference reference);
}
