package io.careloop.deadline;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells in the timeline of a case what happened to its clocks; times are in the zone of the clock's calendar. */
@Component
class ClockTimeline {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx");

    private final Timeline timeline;
    private final Calendars calendars;

    ClockTimeline(Timeline timeline, Calendars calendars) {
        this.timeline = timeline;
        this.calendars = calendars;
    }

    /** Adds one entry for all clocks given, or none if there are none. */
    void note(Kind kind, List<ClockRecord> clocks) {
        if (!clocks.isEmpty()) {
            String text = clocks.stream().map(this::dueOf).collect(Collectors.joining("; "));
            timeline.note(CaseReference.of(clocks.get(0).reference()), kind, Actors.SYSTEM, text);
        }
    }

    private String dueOf(ClockRecord clock) {
        boolean isElapsed = clock.term().limit().type() == DeadlineClock.ClockType.ELAPSED;
        return "%s by %s (%s, %s)"
                .formatted(
                        clock.kind() == ClockKind.FIRST_RESPONSE ? "first response" : "resolution",
                        time(clock.dueAt(), clock.calendar()),
                        clock.term().limit().amount(),
                        isElapsed ? "round the clock" : "in opening hours");
    }

    private String time(Instant at, String calendar) {
        return TIME.format(at.atZone(calendars.current(calendar).zone()));
    }
}
