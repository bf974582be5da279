package io.careloop.deadline;

import io.careloop.cases.CaseReference;

/**
 * A clock of a case was started, moved, paused or stopped. Published within the same transaction.
 *
 * @param clock          as it is from now on
 * @param countedSeconds what of its limit was counted when it stopped; null while it runs
 */
public record ClockChanged(CaseReference reference, DeadlineClock clock, Long countedSeconds) {}
