package io.careloop.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The calendars as data: what is on file, who changed it when and why, and changing it. */
@Service
public class CalendarBook {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final CalendarStore store;
    private final ApplicationEventPublisher events;
    private final DeadlineProperties settings;
    private final Clock clock;

    CalendarBook(CalendarStore store, ApplicationEventPublisher events, DeadlineProperties settings, Clock clock) {
        this.store = store;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A calendar with all its revisions, the oldest first.
     *
     * @param unknownYears this year and the next, where no holiday of theirs is on file; none for a calendar that has no
     *                     holidays at all
     */
    public record Entry(
            BusinessCalendar calendar,
            boolean isDefault,
            List<CalendarRevision> revisions,
            List<Integer> unknownYears) {

        public CalendarRevision newest() {
            return revisions.get(revisions.size() - 1);
        }
    }

    /** @param created whether there was no calendar of that name */
    public record Change(Entry entry, boolean created) {}

    /** Whether a calendar may be called so: small letters, digits and hyphens, a letter first, 40 at most; not {@code new}. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches() && !text.equals("new");
    }

    /** All of them, the default one first, then by name. */
    public List<Entry> all() {
        return store.newest().keySet().stream()
                .sorted((a, b) ->
                        a.equals(settings.calendar()) ? -1 : b.equals(settings.calendar()) ? 1 : a.compareTo(b))
                .map(name -> find(name).orElseThrow())
                .toList();
    }

    /** The calendar as it is now. */
    public Optional<Entry> find(String name) {
        return Optional.of(store.revisions(name, Integer.MAX_VALUE))
                .filter(revisions -> !revisions.isEmpty())
                .map(this::entry);
    }

    /**
     * Adds a revision, or creates the calendar. Saying again what the newest revision says adds nothing.
     *
     * @param by id of the person who changes it
     */
    @Transactional
    public Change change(String name, CalendarDraft draft, String by) {
        store.hold();
        return change(name, draft, by, store.revisions(name, Integer.MAX_VALUE));
    }

    /**
     * The same for somebody who had a revision before them.
     *
     * @param seen its number; 0 for a calendar that there was not
     * @return empty if somebody else has changed it since
     */
    @Transactional
    public Optional<Change> changeIfStill(String name, int seen, CalendarDraft draft, String by) {
        store.hold();
        List<CalendarRevision> before = store.revisions(name, Integer.MAX_VALUE);
        return before.size() == seen ? Optional.of(change(name, draft, by, before)) : Optional.empty();
    }

    private Change change(String name, CalendarDraft draft, String by, List<CalendarRevision> before) {
        if (before.isEmpty() || !before.get(before.size() - 1).draft().equals(draft)) {
            add(name, before.size() + 1, draft, by, null);
        }
        return new Change(find(name).orElseThrow(), before.isEmpty());
    }

    /** @param sha256 of the file of the release that it was made from; null if a person made it */
    void add(String name, int revision, CalendarDraft draft, String by, String sha256) {
        store.add(new CalendarRevision(name, revision, draft, by, clock.instant()), sha256);
        events.publishEvent(new CalendarChanged(name, revision));
    }

    private Entry entry(List<CalendarRevision> revisions) {
        BusinessCalendar calendar = Calendars.calendar(revisions);
        boolean hasHolidays = calendar.versions().stream()
                .anyMatch(version -> !version.holidays().isEmpty());
        int year = LocalDate.now(clock.withZone(calendar.zone())).getYear();
        return new Entry(
                calendar,
                calendar.name().equals(settings.calendar()),
                revisions,
                IntStream.of(year, year + 1)
                        .filter(any -> hasHolidays && !calendar.knowsHolidaysOf(any))
                        .boxed()
                        .toList());
    }
}
