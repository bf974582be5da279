package io.careloop.deadline;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseReference;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.deadline.ClockStore.Held;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides what staff are told of a clock whose timer fired, and records that they were. */
@Service
public class DeadlineNotices {

    private final ClockStore store;
    private final ClockChanges changes;
    private final Calendars calendars;
    private final ClockTimeline timeline;

    DeadlineNotices(ClockStore store, ClockChanges changes, Calendars calendars, ClockTimeline timeline) {
        this.store = store;
        this.changes = changes;
        this.calendars = calendars;
        this.timeline = timeline;
    }

    /** What the clock says. */
    public enum State {
        /** The due date is near: tell it, and look again at {@link Notice#nextAt}. */
        NEAR,
        /** The due date has passed: tell it, and look again at {@link Notice#nextAt}. */
        MISSED,
        /** Nobody is at work now, or nothing is to be told yet: look again at {@link Notice#nextAt}. */
        WAITING,
        /** The clock has stopped, or everything was told: tell nothing. */
        STOPPED
    }

    /**
     * @param nextAt    when to look at the clock again; {@link DeadlineClock#NEVER} if nothing is left to tell
     * @param threshold what is told; null if nothing is
     */
    public record Notice(State state, Instant nextAt, Threshold threshold) {

        static final Notice NOTHING = new Notice(State.STOPPED, DeadlineClock.NEVER, null);
    }

    @Transactional
    public Notice note(CaseReference reference, ClockId id) {
        Held held = store.hold(reference);
        return held.clocks().stream()
                .filter(clock -> clock.id().equals(id) && clock.isRunning())
                .findFirst()
                .map(clock -> note(held, clock))
                .orElse(Notice.NOTHING);
    }

    private Notice note(Held held, ClockRecord clock) {
        Instant now = changes.now();
        Instant quiet =
                clock.quietlyAfter(now, calendars.current(clock.counting().calendar()));
        if (quiet.isAfter(now)) {
            return wait(clock, quiet);
        }
        BusinessCalendar calendar = changes.calendarOf(clock);
        return clock.telling()
                .reached(clock.counting(), clock.dueAt(), calendar, now)
                .or(() -> clock.telling().repeated(clock.counting(), calendar, now))
                .map(threshold -> tell(held, clock, threshold, calendar, now))
                .orElseGet(() -> wait(clock, now));
    }

    private Notice wait(ClockRecord clock, Instant from) {
        ClockRecord armed = clock.armed(changes.calendarOf(clock), from);
        if (armed.nextNoticeAt() == null) {
            return Notice.NOTHING;
        }
        store.saveNotice(armed);
        return new Notice(State.WAITING, armed.nextNoticeAt(), null);
    }

    private Notice tell(Held held, ClockRecord clock, Threshold threshold, BusinessCalendar calendar, Instant now) {
        ClockRecord told = clock.told(threshold, calendar, now);
        changes.keep(held, List.of(Step.told(told, threshold)), Actors.SYSTEM);
        boolean isMissed = threshold.percent() >= 100;
        if (told.telling().repetitions() == 0
                && (threshold.percent() <= 100 || clock.telling().toldPercent() < 100)) {
            timeline.note(isMissed ? Kind.DEADLINE_MISSED : Kind.DEADLINE_NEAR, List.of(told));
        }
        return new Notice(
                isMissed ? State.MISSED : State.NEAR,
                Optional.ofNullable(told.nextNoticeAt()).orElse(DeadlineClock.NEVER),
                threshold);
    }
}
