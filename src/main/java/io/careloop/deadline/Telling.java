package io.careloop.deadline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Of which thresholds of a clock the staff are told, and of which they were.
 *
 * @param thresholds          in rising order
 * @param toldPercent         the highest that was told; 0 if none was
 * @param repetitions         how often it was told again
 * @param toldAt              when it was told last; null if none was
 * @param acknowledgedPercent the highest that somebody has acknowledged
 */
record Telling(List<Threshold> thresholds, int toldPercent, int repetitions, Instant toldAt, int acknowledgedPercent) {

    Telling {
        thresholds = thresholds.stream()
                .sorted(Comparator.comparing(Threshold::percent))
                .toList();
    }

    static Telling of(List<Threshold> thresholds) {
        return new Telling(thresholds, 0, 0, null, 0);
    }

    /** When there is something to tell next, opening hours left aside; empty if nothing is left. */
    Optional<Instant> next(Counting counting, Instant due, BusinessCalendar calendar) {
        return Stream.concat(
                        ahead().limit(1).map(threshold -> counting.reaches(threshold.percent(), due, calendar)),
                        again(counting, calendar).stream())
                .min(Comparator.naturalOrder());
    }

    /** The highest threshold reached that was not told yet. */
    Optional<Threshold> reached(Counting counting, Instant due, BusinessCalendar calendar, Instant now) {
        return ahead().filter(threshold ->
                        !counting.reaches(threshold.percent(), due, calendar).isAfter(now))
                .reduce((lower, higher) -> higher);
    }

    /** The threshold that was told last, if it is time to tell it again. */
    Optional<Threshold> repeated(Counting counting, BusinessCalendar calendar, Instant now) {
        return again(counting, calendar).filter(at -> !at.isAfter(now)).flatMap(at -> told());
    }

    Telling told(Threshold threshold, Instant at) {
        boolean isRepeated = threshold.percent() == toldPercent;
        return new Telling(thresholds, threshold.percent(), isRepeated ? repetitions + 1 : 0, at, acknowledgedPercent);
    }

    Telling acknowledged() {
        return new Telling(thresholds, toldPercent, repetitions, toldAt, toldPercent);
    }

    /** Thresholds of another due date are told anew; a due date that was told as missed is not told as near again. */
    Telling under(List<Threshold> others) {
        return toldPercent >= 100 ? with(others) : of(others);
    }

    /** Other thresholds of the same due date. */
    Telling with(List<Threshold> others) {
        return new Telling(others, toldPercent, repetitions, toldAt, acknowledgedPercent);
    }

    Telling anew() {
        return of(thresholds);
    }

    boolean isAcknowledged() {
        return toldPercent > 0 && acknowledgedPercent >= toldPercent;
    }

    private Stream<Threshold> ahead() {
        return thresholds.stream().filter(threshold -> threshold.percent() > toldPercent);
    }

    private Optional<Threshold> told() {
        return thresholds.stream()
                .filter(threshold -> threshold.percent() == toldPercent)
                .findFirst();
    }

    private Optional<Instant> again(Counting counting, BusinessCalendar calendar) {
        return told().filter(threshold -> threshold.repeat() != null && !isAcknowledged())
                .map(threshold -> threshold.repeat().dueAfter(toldAt, calendar, counting.intervals()));
    }
}
