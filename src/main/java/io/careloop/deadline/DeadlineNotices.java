package io.careloop.deadline;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.deadline.ClockStore.Held;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides what staff are told of a clock whose timer fired, and records that they were. */
@Service
public class DeadlineNotices {

    private final CaseFiles cases;
    private final ClockChanges changes;
    private final Calendars calendars;
    private final ClockTimeline timeline;

    DeadlineNotices(CaseFiles cases, ClockChanges changes, Calendars calendars, ClockTimeline timeline) {
        this.cases = cases;
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
        /** The clock has stopped, and nothing will be told of it. */
        STOPPED
    }

    /**
     * @param nextAt    when to look at the clock again; {@link DeadlineClock#NEVER} if nothing is left to tell
     * @param users     who are told, by user id
     * @param groups    that are told
     * @param key       names this notice among all: the same is never told twice
     * @param escalates whether the case is escalated
     */
    public record Notice(
            State state, Instant nextAt, List<String> users, List<String> groups, String key, boolean escalates) {

        static Notice nothing(State state, Instant nextAt) {
            return new Notice(state, nextAt, List.of(), List.of(), "", false);
        }
    }

    @Transactional
    public Notice note(CaseReference reference, ClockId id) {
        Held held = changes.hold(reference);
        return held.clocks().stream()
                .filter(clock -> clock.id().equals(id) && clock.isRunning())
                .findFirst()
                .map(clock -> note(held, clock))
                .orElseGet(() -> Notice.nothing(State.STOPPED, DeadlineClock.NEVER));
    }

    private Notice note(Held held, ClockRecord clock) {
        Instant now = changes.now();
        Instant quiet =
                clock.quietlyAfter(now, calendars.current(clock.counting().calendar()));
        if (quiet.isAfter(now)) {
            return wait(held, clock, quiet);
        }
        BusinessCalendar calendar = changes.calendarOf(clock);
        return clock.telling()
                .reached(clock.counting(), clock.dueAt(), calendar, now)
                .or(() -> clock.telling().repeated(clock.counting(), calendar, now))
                .map(threshold -> tell(held, clock, threshold, calendar, now))
                .orElseGet(() -> wait(held, clock, now));
    }

    private Notice wait(Held held, ClockRecord clock, Instant from) {
        ClockRecord armed = clock.armed(changes.calendarOf(clock), from);
        changes.keepNotice(held, armed);
        return Notice.nothing(State.WAITING, armed.asClock().timerAt());
    }

    private Notice tell(Held held, ClockRecord clock, Threshold threshold, BusinessCalendar calendar, Instant now) {
        CaseFile file = cases.get(CaseReference.of(clock.reference()));
        ClockRecord told = clock.told(threshold, calendar, now);
        changes.keep(held, List.of(Step.told(told, threshold)), Actors.SYSTEM);
        boolean isMissed = threshold.percent() >= 100;
        if (told.telling().repetitions() == 0
                && (threshold.percent() <= 100 || clock.telling().toldPercent() < 100)) {
            timeline.note(isMissed ? Kind.DEADLINE_MISSED : Kind.DEADLINE_NEAR, List.of(told));
        }
        return new Notice(
                isMissed ? State.MISSED : State.NEAR,
                told.asClock().timerAt(),
                users(file, threshold),
                groups(file, threshold),
                NoticeKey.of(told).toString(),
                threshold.escalates() && told.telling().repetitions() == 0);
    }

    private static List<String> users(CaseFile file, Threshold threshold) {
        return threshold.tell().contains(Threshold.OWNER) && file.owner() != null ? List.of(file.owner()) : List.of();
    }

    private static List<String> groups(CaseFile file, Threshold threshold) {
        return threshold.tell().stream()
                .filter(name -> !name.equals(Threshold.OWNER))
                .map(name -> name.equals(Threshold.TEAM) ? file.team() : name)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
