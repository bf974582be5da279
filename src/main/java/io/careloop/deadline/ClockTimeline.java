package io.careloop.deadline;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseReference;
import io.careloop.cases.DeadlineMissed;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.deadline.DeadlineClock.ClockType;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells in the timeline of a case what happened to its clocks; times are in the zone of the clock's calendar. */
@Component
class ClockTimeline {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx");

    private static final Set<ClockKind> NOT_FOLLOWED = Set.of(ClockKind.STAGE, ClockKind.SILENCE);

    private final Timeline timeline;
    private final Calendars calendars;
    private final ApplicationEventPublisher events;

    ClockTimeline(Timeline timeline, Calendars calendars, ApplicationEventPublisher events) {
        this.timeline = timeline;
        this.calendars = calendars;
        this.events = events;
    }

    /**
     * Adds one entry for all clocks given that people follow, or none if there are none; publishes
     * {@link DeadlineMissed} for each of them that was missed.
     */
    void note(Kind kind, List<ClockRecord> clocks) {
        List<ClockRecord> followed = clocks.stream()
                .filter(clock -> !NOT_FOLLOWED.contains(clock.id().kind()))
                .toList();
        if (!followed.isEmpty()) {
            String text = followed.stream().map(this::dueOf).collect(Collectors.joining("; "));
            timeline.note(CaseReference.of(followed.get(0).reference()), kind, Actors.SYSTEM, text);
        }
        if (kind == Kind.DEADLINE_MISSED) {
            followed.forEach(this::tellMissed);
        }
    }

    /** What was to be done by then is not done. */
    void tellMissed(ClockRecord clock) {
        events.publishEvent(new DeadlineMissed(
                CaseReference.of(clock.reference()), clock.id().toString(), clock.dueAt()));
    }

    void noteStopped(List<ClockRecord> stopped) {
        note(
                Kind.DEADLINE_MET,
                stopped.stream()
                        .filter(clock -> clock.isMetAt(clock.stoppedAt()))
                        .toList());
        // who was told of the miss needs no second word about it
        note(
                Kind.DEADLINE_MISSED,
                stopped.stream()
                        .filter(clock -> !clock.isMetAt(clock.stoppedAt())
                                && clock.telling().toldPercent() < 100)
                        .toList());
    }

    /** What a person did; a step of the process that waits tells of itself. */
    void notePaused(ClockRecord clock, Pause pause, String actor, String note) {
        if (!actor.equals(Actors.SYSTEM)) {
            String text = "%s: %s until %s at the latest"
                    .formatted(
                            name(clock.id()),
                            pause.reason(),
                            time(pause.to(), clock.counting().calendar()));
            timeline.note(
                    CaseReference.of(clock.reference()),
                    Kind.DEADLINE_PAUSED,
                    actor,
                    note == null || note.isBlank() ? text : text + "\n" + note.strip());
        }
    }

    void noteResumed(ClockRecord clock, String actor) {
        if (!actor.equals(Actors.SYSTEM)) {
            timeline.note(CaseReference.of(clock.reference()), Kind.DEADLINE_RESUMED, actor, dueOf(clock));
        }
    }

    private String dueOf(ClockRecord clock) {
        Limit limit = clock.counting().limit();
        return "%s by %s (%s, %s)"
                .formatted(
                        name(clock.id()),
                        time(clock.dueAt(), clock.counting().calendar()),
                        limit.amount(),
                        limit.type() == ClockType.ELAPSED ? "round the clock" : "in opening hours");
    }

    private static String name(ClockId id) {
        String kind = id.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return id.subject().isEmpty() ? kind : kind + " " + id.subject();
    }

    private String time(Instant at, String calendar) {
        return TIME.format(at.atZone(calendars.current(calendar).zone()));
    }
}
