package io.careloop.deadline;

import io.careloop.deadline.ServiceLevel.Term;
import java.time.Instant;
import java.util.List;

/**
 * A clock as recorded: one row of {@code deadline_clock}. Each change gives a new one.
 *
 * @param warnAt       when the share of the limit is used up after which staff are warned
 * @param nextNoticeAt when staff are told next; null when nothing is left to tell
 * @param warnedAt     when staff were warned of this due date; null if they were not
 * @param missedAt     when staff were told that it was missed; null if they were not
 */
record ClockRecord(
        String reference,
        ClockKind kind,
        Term term,
        String calendar,
        Instant startedAt,
        Instant warnAt,
        Instant dueAt,
        Instant nextNoticeAt,
        Instant warnedAt,
        Instant missedAt,
        Instant stoppedAt) {

    static ClockRecord start(
            String reference, ClockKind kind, Term term, BusinessCalendar calendar, Instant startedAt) {
        Instant due = term.limit().dueAfter(startedAt, calendar);
        Instant warn = term.limit().shareOf(term.warningPercent(), startedAt, due, calendar, List.of());
        return new ClockRecord(
                reference,
                kind,
                term,
                calendar.name(),
                startedAt,
                warn,
                due,
                calendar.nextOpening(warn),
                null,
                null,
                null);
    }

    boolean isRunning() {
        return stoppedAt == null;
    }

    /** The clock under another term: itself if it has stopped or would not be due earlier. */
    ClockRecord under(Term other, BusinessCalendar calendar, Instant now) {
        ClockRecord moved = start(reference, kind, other, calendar, startedAt);
        if (!isRunning() || !moved.dueAt.isBefore(dueAt)) {
            return this;
        }
        return moved.with(null, missedAt, null).armed(calendar, now);
    }

    /** Staff know that the due date is near. */
    ClockRecord warned(BusinessCalendar calendar, Instant now) {
        return with(now, missedAt, stoppedAt).armed(calendar, now);
    }

    /** Staff know that the due date was missed. */
    ClockRecord missed(Instant now) {
        return with(warnedAt, now, stoppedAt).withNotice(null);
    }

    /** A notice came while nobody was at work. */
    ClockRecord waiting(Instant opening) {
        return withNotice(opening);
    }

    ClockRecord stop(Instant at) {
        return with(warnedAt, missedAt, at).withNotice(null);
    }

    ClockRecord resume(BusinessCalendar calendar, Instant now) {
        return with(warnedAt, missedAt, null).armed(calendar, now);
    }

    DeadlineClock asClock() {
        return new DeadlineClock(
                kind, term.limit().amount(), term.limit().type(), startedAt, dueAt, nextNoticeAt, stoppedAt);
    }

    /** With the next notice for the threshold ahead, never in the past and always in opening hours. */
    private ClockRecord armed(BusinessCalendar calendar, Instant now) {
        if (missedAt != null) {
            return withNotice(null);
        }
        Instant threshold = warnedAt == null ? warnAt : dueAt;
        return withNotice(calendar.nextOpening(threshold.isAfter(now) ? threshold : now));
    }

    private ClockRecord with(Instant warned, Instant missed, Instant stopped) {
        return new ClockRecord(
                reference, kind, term, calendar, startedAt, warnAt, dueAt, nextNoticeAt, warned, missed, stopped);
    }

    private ClockRecord withNotice(Instant next) {
        return new ClockRecord(
                reference, kind, term, calendar, startedAt, warnAt, dueAt, next, warnedAt, missedAt, stoppedAt);
    }
}
