package io.careloop.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a due date follows from, and nothing else.
 *
 * @param calendar name of the calendar that is counted by
 * @param revision of that calendar
 * @param pauses   in the order in which they began
 */
record Counting(Instant start, Limit limit, String calendar, int revision, List<Pause> pauses) {

    Counting {
        pauses = List.copyOf(pauses);
    }

    static Counting of(Instant start, Limit limit, BusinessCalendar calendar) {
        return new Counting(start, limit, calendar.name(), calendar.revision(), List.of());
    }

    /** @param by the calendar that is named here */
    Instant due(BusinessCalendar by) {
        return limit.dueAfter(start, by, intervals());
    }

    /** When a share of the limit has been counted. */
    Instant reaches(int percent, Instant due, BusinessCalendar by) {
        return limit.shareOf(percent, start, due, by, intervals());
    }

    List<Interval> counted(Instant from, Instant to, BusinessCalendar by) {
        return limit.counted(from, to, by, intervals());
    }

    Counting under(Limit other, BusinessCalendar by) {
        return new Counting(start, other, by.name(), by.revision(), pauses);
    }

    Counting pausedFor(Pause pause) {
        List<Pause> all = new ArrayList<>(pauses);
        all.add(pause);
        return new Counting(start, limit, calendar, revision, all);
    }

    /** What would last longer ends then. */
    Counting countingFrom(Instant at) {
        List<Pause> ended = pauses.stream()
                .filter(pause -> pause.from().isBefore(at))
                .map(pause -> pause.to().isAfter(at) ? new Pause(pause.from(), at, pause.reason()) : pause)
                .toList();
        return new Counting(start, limit, calendar, revision, ended);
    }

    boolean isPausedAt(Instant instant) {
        return pauses.stream().anyMatch(pause -> pause.covers(instant));
    }

    List<Interval> intervals() {
        return pauses.stream().map(Pause::interval).toList();
    }
}
