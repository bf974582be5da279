package io.careloop.deadline.web;

import java.time.Instant;
import java.util.List;

/**
 * A clock in the reader's language, times in the zone of its calendar.
 *
 * @param state   key of its look: {@code running}, {@code met}, {@code late} or {@code missed}
 * @param word    what the state is called
 * @param detail  what is left, or when it was done; empty if there is nothing to add
 * @param rule    limit, and how it is counted
 * @param counted each stretch of time that counts
 */
record ShownClock(
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
        String countedTime) {}
