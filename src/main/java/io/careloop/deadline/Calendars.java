package io.careloop.deadline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The calendars by name, as they are and as they were. What another node changed is known here within a second; a clock
 * that was counted in that second is counted again with those that ran when the calendar was changed.
 */
@Component
class Calendars implements WorkingTime {

    private static final long KNOWN_FOR = Duration.ofSeconds(1).toNanos();

    private final CalendarStore store;
    private final String standard;
    private final Clock clock;

    /** A revision never changes, so it is right for as long as it is kept. */
    private final Cache<Key, BusinessCalendar> calendars =
            Caffeine.newBuilder().maximumSize(200).build();

    private volatile Newest newest;

    Calendars(CalendarStore store, DeadlineProperties settings, Clock clock) {
        this.store = store;
        this.standard = settings.calendar();
        this.clock = clock;
    }

    private record Key(String name, int revision) {}

    private record Newest(Map<String, Integer> revisions, long readAt) {}

    /** The calendar of the settings as it is now. */
    BusinessCalendar current() {
        return current(standard);
    }

    /** The calendar as it is now. A name that is not on file is counted by the one of the settings. */
    BusinessCalendar current(String name) {
        Map<String, Integer> revisions = revisions();
        String known = revisions.containsKey(name) ? name : standard;
        Integer revision = revisions.get(known);
        if (revision == null) {
            throw new IllegalStateException("No calendar is on file under careloop.deadline.calendar: " + standard);
        }
        return at(known, revision);
    }

    /**
     * The calendar as it was after the given number of changes. Not to be asked for a change by the transaction that makes
     * it. A name or number that is not on file is counted by the calendar as it is now.
     */
    BusinessCalendar at(String name, int revision) {
        BusinessCalendar found = calendars.get(new Key(name, revision), this::load);
        return found == null ? current(name) : found;
    }

    /** The newest revision of each calendar. */
    Map<String, Integer> revisions() {
        Newest known = newest;
        if (known == null || System.nanoTime() - known.readAt() > KNOWN_FOR) {
            known = new Newest(store.newest(), System.nanoTime());
            newest = known;
        }
        return known.revisions();
    }

    /** Looks at what is on file now, whatever was known. */
    void refresh() {
        newest = null;
    }

    @TransactionalEventListener
    void on(CalendarChanged change) {
        refresh();
    }

    private BusinessCalendar load(Key key) {
        List<CalendarRevision> revisions = store.revisions(key.name(), key.revision());
        return revisions.size() == key.revision() ? calendar(revisions) : null;
    }

    /** @param revisions of one calendar from the first on; of those that apply from the same day the later one counts */
    static BusinessCalendar calendar(List<CalendarRevision> revisions) {
        Map<LocalDate, CalendarVersion> versions = new LinkedHashMap<>();
        revisions.forEach(revision -> versions.put(revision.version().validFrom(), revision.version()));
        return new BusinessCalendar(revisions.get(0).calendar(), revisions.size(), List.copyOf(versions.values()));
    }

    @Override
    public CalendarVersion today() {
        return current().versionAt(clock.instant());
    }

    @Override
    public ZoneId zone() {
        return current().zone();
    }

    @Override
    public Instant plus(Instant from, Duration time) {
        return current().plus(from, time);
    }

    @Override
    public Instant plusDays(Instant from, int days) {
        return current().plusDays(from, days);
    }

    @Override
    public Duration between(Instant from, Instant to) {
        return current().between(from, to);
    }

    @Override
    public Instant nextOpening(Instant from) {
        return current().nextOpening(from);
    }

    @Override
    public Instant nextBetween(Instant from, LocalTime opens, LocalTime closes) {
        return current().nextBetween(from, opens, closes);
    }
}
