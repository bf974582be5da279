package io.careloop.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * A reason for which a clock may be paused.
 *
 * @param reason code of the reason ({@code deadline.pause.<reason>} says it in words)
 * @param by     groups whose members may; a step of a process may anyway
 * @param max    how long all pauses for it may last together
 */
public record PauseRule(String reason, Set<String> by, Limit max) {

    public PauseRule {
        by = Set.copyOf(by);
    }

    /** Whether somebody of these groups may. */
    public boolean isFor(Set<String> groups) {
        return !Collections.disjoint(by, groups);
    }

    /** When a pause that begins now has to end: pausing again does not bring more time. */
    Instant latestEnd(Counting counting, Instant now, BusinessCalendar calendar) {
        List<Pause> before = counting.pauses().stream()
                .filter(pause -> pause.reason().equals(reason))
                .toList();
        if (before.isEmpty()) {
            return max.dueAfter(now, calendar);
        }
        List<Interval> between = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            Instant next = i + 1 < before.size() ? before.get(i + 1).from() : now;
            between.add(new Interval(before.get(i).to(), next));
        }
        return max.dueAfter(before.get(0).from(), calendar, between);
    }
}
