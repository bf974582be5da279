package io.careloop.deadline;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A calendar with a change on top of what it was for each clock. */
final class OtherCalendar extends ClockTrial {

    private final String name;
    private final CalendarDraft draft;
    private final CalendarStore store;
    private final Instant now;
    private final Map<Integer, BusinessCalendar> byRevision = new HashMap<>();

    OtherCalendar(String name, CalendarDraft draft, CalendarStore store, Instant now) {
        this.name = name;
        this.draft = draft;
        this.store = store;
        this.now = now;
    }

    @Override
    Tried of(Known clock) {
        Counting counting = clock.counting();
        if (!counting.calendar().equals(name)) {
            return Tried.unchanged(clock);
        }
        BusinessCalendar changed = byRevision.computeIfAbsent(counting.revision(), this::changed);
        return new Tried(
                clock, Moments.kept(counting.under(counting.limit(), changed).due(changed)), null);
    }

    private BusinessCalendar changed(int revision) {
        List<CalendarRevision> before = store.revisions(name, revision);
        CalendarRevision tried = new CalendarRevision(name, before.size() + 1, draft, "", now);
        return Calendars.calendar(
                Stream.concat(before.stream(), Stream.of(tried)).toList());
    }
}
