package io.careloop.deadline.web;

import java.time.Instant;
import java.util.List;

/**
 * A clock in the reader's language, times in the zone of its calendar.
 *
 * @param id      which one, as addresses write it
 * @param state   key of its look: {@code running}, {@code paused}, {@code met}, {@code late} or {@code missed}
 * @param word    what the state is called
 * @param detail  what is left, or when it was done; empty if there is nothing to add
 * @param rule    limit, and how it is counted
 * @param counted each stretch of time that counts
 * @param worked  how much was counted until it stopped, or until now
 * @param pauses  each stretch of time that does not, and why
 * @param proven  whether what was recorded gives the same due date
 * @param proof   the same in words
 * @param reasons for which the reader may pause it now; none if they may not
 * @param canResume whether the reader may end a pause that lasts
 * @param canAcknowledge whether the reader may say that they know of the last notice
 */
record ShownClock(
        String id,
        String name,
        String state,
        String word,
        String detail,
        Instant dueAt,
        String due,
        String zone,
        String rule,
        String started,
        List<String> counted,
        String countedTime,
        String worked,
        List<String> pauses,
        boolean proven,
        String proof,
        List<String> reasons,
        boolean canResume,
        boolean canAcknowledge) {}
