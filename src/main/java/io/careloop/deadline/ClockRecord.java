package io.careloop.deadline;

import java.time.Instant;
import java.util.List;

/**
 * A clock as recorded: one row of {@code deadline_clock}. Each change gives a new one.
 *
 * @param dueAt        what follows from the counting
 * @param stoppedAt    when what it measures was done; null while it runs
 * @param watchedBy    key of the process whose timer follows it; null if none does
 * @param nextNoticeAt when staff are told next; null when nothing is left to tell
 */
record ClockRecord(
        String reference,
        ClockId id,
        Counting counting,
        Instant dueAt,
        Instant stoppedAt,
        String watchedBy,
        Telling telling,
        Instant nextNoticeAt) {

    static ClockRecord start(String reference, ClockId id, ClockStart start, Instant from, BusinessCalendar calendar) {
        Counting counting = Counting.of(from, start.limit(), calendar);
        return new ClockRecord(
                        reference,
                        id,
                        counting,
                        Moments.kept(counting.due(calendar)),
                        null,
                        start.watchedBy(),
                        Telling.of(start.thresholds()),
                        null)
                .armed(calendar, from);
    }

    /** Counts from the beginning again, told of as before. */
    ClockRecord restarted(Limit limit, Instant from, BusinessCalendar calendar) {
        return start(
                reference,
                id,
                new ClockStart(limit, from, calendar.name(), watchedBy, telling.thresholds()),
                from,
                calendar);
    }

    /** Leaves the timer where it is, if it may fire early and does so before it has to. */
    ClockRecord withTimerOf(ClockRecord before, Instant now) {
        boolean stays = id.kind().isLookedAtEarly()
                && before.nextNoticeAt != null
                && before.nextNoticeAt.isAfter(now)
                && (nextNoticeAt == null || nextNoticeAt.isAfter(before.nextNoticeAt));
        return stays ? noticeAt(before.nextNoticeAt) : this;
    }

    boolean isRunning() {
        return stoppedAt == null;
    }

    boolean isMetAt(Instant at) {
        return !at.isAfter(dueAt);
    }

    /**
     * The clock under another limit or calendar. One that would not be due earlier keeps its own, and one that has
     * stopped keeps all; itself if nothing changes.
     */
    ClockRecord under(Limit limit, List<Threshold> thresholds, BusinessCalendar calendar, Instant now) {
        if (!isRunning()) {
            return this;
        }
        ClockRecord moved = counted(counting.under(limit, calendar), calendar);
        if (moved.dueAt.isBefore(dueAt)) {
            return moved.telling(telling.under(thresholds)).armed(calendar, now);
        }
        return telling.thresholds().equals(thresholds)
                ? this
                : telling(telling.with(thresholds)).armed(calendar, now);
    }

    /** Somebody decided on another limit: it may be due later, and is told of anew if that is still ahead. */
    ClockRecord decided(Limit limit, BusinessCalendar calendar, Instant now) {
        ClockRecord moved = counted(counting.under(limit, calendar), calendar);
        return moved.telling(moved.dueAt.isAfter(now) ? telling.anew() : telling)
                .armed(calendar, now);
    }

    ClockRecord paused(Pause pause, BusinessCalendar calendar, Instant now) {
        return counted(counting.pausedFor(pause), calendar).armed(calendar, now);
    }

    /** A pause that lasts ends now. */
    ClockRecord resumed(BusinessCalendar calendar, Instant now) {
        return counted(counting.countingFrom(now), calendar).armed(calendar, now);
    }

    ClockRecord stop(BusinessCalendar calendar, Instant at) {
        ClockRecord last = counted(counting.countingFrom(at), calendar);
        return new ClockRecord(reference, id, last.counting, last.dueAt, at, watchedBy, telling, null);
    }

    /** What was done is undone: the time since then does not count. */
    ClockRecord reopened(String reason, BusinessCalendar calendar, Instant now) {
        Counting gap = counting.pausedFor(new Pause(stoppedAt, now, reason));
        ClockRecord open = new ClockRecord(reference, id, gap, dueAt, null, watchedBy, telling, null);
        return open.counted(gap, calendar).armed(calendar, now);
    }

    ClockRecord told(Threshold threshold, BusinessCalendar calendar, Instant now) {
        return telling(telling.told(threshold, now)).armed(calendar, now);
    }

    ClockRecord acknowledged(BusinessCalendar calendar, Instant now) {
        return telling(telling.acknowledged()).armed(calendar, now);
    }

    /** With the next notice never in the past, always in opening hours and never in a pause. */
    ClockRecord armed(BusinessCalendar calendar, Instant now) {
        Instant next = isRunning()
                ? telling.next(counting, dueAt, calendar)
                        .map(at -> Moments.forTimer(quietlyAfter(at.isAfter(now) ? at : now, calendar)))
                        .orElse(null)
                : null;
        return new ClockRecord(reference, id, counting, dueAt, stoppedAt, watchedBy, telling, next);
    }

    /** The instant itself if the staff may be told then, else the next such one. */
    Instant quietlyAfter(Instant instant, BusinessCalendar calendar) {
        Instant at = instant;
        while (true) {
            Instant asked = at;
            Instant awake = counting.pauses().stream()
                    .filter(pause -> pause.covers(asked))
                    .map(Pause::to)
                    .max(Instant::compareTo)
                    .orElse(asked);
            Instant open = calendar.nextOpening(awake);
            if (open.equals(at)) {
                return at;
            }
            at = open;
        }
    }

    DeadlineClock asClock() {
        return new DeadlineClock(
                id,
                counting.limit().amount(),
                counting.limit().type(),
                counting.start(),
                dueAt,
                counting.pauses(),
                nextNoticeAt,
                stoppedAt);
    }

    ClockRecord noticeAt(Instant at) {
        return new ClockRecord(reference, id, counting, dueAt, stoppedAt, watchedBy, telling, at);
    }

    private ClockRecord counted(Counting other, BusinessCalendar calendar) {
        return new ClockRecord(
                reference, id, other, Moments.kept(other.due(calendar)), stoppedAt, watchedBy, telling, nextNoticeAt);
    }

    private ClockRecord telling(Telling other) {
        return new ClockRecord(reference, id, counting, dueAt, stoppedAt, watchedBy, other, nextNoticeAt);
    }
}
