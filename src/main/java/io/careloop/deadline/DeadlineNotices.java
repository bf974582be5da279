package io.careloop.deadline;

import io.careloop.cases.CaseReference;
import io.careloop.cases.TimelineEntry.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides what staff are told of a clock whose timer fired, and records that they were, once for each due date. */
@Service
public class DeadlineNotices {

    private final ClockStore store;
    private final Calendars calendars;
    private final ClockTimeline timeline;
    private final Clock time;

    DeadlineNotices(ClockStore store, Calendars calendars, ClockTimeline timeline, Clock time) {
        this.store = store;
        this.calendars = calendars;
        this.timeline = timeline;
        this.time = time;
    }

    /** What the clock says. */
    public enum State {
        /** The due date is near: tell it, and look again at {@link Notice#nextAt}. */
        NEAR,
        /** The due date has passed: tell it; there is nothing to tell after that. */
        MISSED,
        /** Nobody is at work now: tell nothing, and look again at {@link Notice#nextAt}. */
        WAITING,
        /** The clock has stopped, or everything was told: tell nothing. */
        STOPPED
    }

    /** @param nextAt when to look at the clock again; {@link DeadlineClock#NEVER} if nothing is left to tell */
    public record Notice(State state, Instant nextAt) {}

    @Transactional
    public Notice note(CaseReference reference, ClockKind kind) {
        Instant now = time.instant();
        return store.hold(reference).stream()
                .filter(clock -> clock.kind() == kind && clock.isRunning() && clock.missedAt() == null)
                .findFirst()
                .map(clock -> note(clock, now))
                .orElseGet(() -> new Notice(State.STOPPED, DeadlineClock.NEVER));
    }

    private Notice note(ClockRecord clock, Instant now) {
        BusinessCalendar calendar = calendars.current(clock.calendar());
        Instant opening = calendar.nextOpening(now);
        if (opening.isAfter(now)) {
            store.save(List.of(clock.waiting(opening)));
            return new Notice(State.WAITING, opening);
        }
        if (!now.isBefore(clock.dueAt())) {
            record(Kind.DEADLINE_MISSED, clock.missed(now));
            return new Notice(State.MISSED, DeadlineClock.NEVER);
        }
        ClockRecord warned = clock.warned(calendar, now);
        if (clock.warnedAt() == null) {
            record(Kind.DEADLINE_NEAR, warned);
        }
        return new Notice(State.NEAR, warned.nextNoticeAt());
    }

    private void record(Kind kind, ClockRecord clock) {
        store.save(List.of(clock));
        timeline.note(kind, List.of(clock));
    }
}
