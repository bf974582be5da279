package io.careloop.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * When we are open, and what can be counted in that time. An instant counts if its local time lies in opening hours: an
 * hour that the clocks skip is not counted, one that they repeat is counted twice.
 *
 * @param revision how often the calendar has been changed, the first being 1; what is counted by a revision stays
 *                 countable by it
 * @param versions the opening hours by the day from which they apply, in that order, one for each such day; before the
 *                 first day the first version applies
 */
public record BusinessCalendar(String name, int revision, List<CalendarVersion> versions) {

    /** @throws IllegalArgumentException if there is no version, or two apply from the same day */
    public BusinessCalendar {
        versions = versions.stream()
                .sorted(Comparator.comparing(CalendarVersion::validFrom))
                .toList();
        if (versions.stream().map(CalendarVersion::validFrom).distinct().count() != Math.max(1, versions.size())) {
            throw new IllegalArgumentException("A calendar has one version for each day from which one applies");
        }
    }

    /** Zone of the newest version, in which its times are shown. */
    public ZoneId zone() {
        return versions.get(versions.size() - 1).zone();
    }

    /**
     * The instant at which {@code time} of opening hours has passed since {@code from}; it may be a closing time.
     *
     * @throws IllegalArgumentException if the time is negative
     */
    public Instant plus(Instant from, Duration time) {
        return new CountedTime(from, openFrom(from), Pauses.NONE).after(time);
    }

    /**
     * The same local time {@code days} business days later, even if that time is closed on that day; a start outside
     * opening hours first moves to the next opening.
     *
     * @throws IllegalArgumentException if the days are negative
     */
    public Instant plusDays(Instant from, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("Days that pass are not negative");
        }
        Instant start = nextOpening(from);
        CalendarVersion version = versionAt(start);
        LocalDate day = version.dayOf(start);
        for (int left = days; left > 0; left--) {
            day = nextBusinessDay(day);
        }
        return days == 0
                ? start
                : day.atTime(start.atZone(version.zone()).toLocalTime())
                        .atZone(versionOn(day).zone())
                        .toInstant();
    }

    /** {@code from} itself if it lies in opening hours, else the next opening. */
    public Instant nextOpening(Instant from) {
        return openFrom(from).next().from();
    }

    /** {@code from} itself if it lies on a business day between the two local times, else the next such instant. */
    public Instant nextBetween(Instant from, LocalTime opens, LocalTime closes) {
        List<OpeningHours> hours = List.of(OpeningHours.between(opens, closes));
        LocalDate day = versionAt(from).dayOf(from);
        while (true) {
            for (Interval allowed : isBusinessDay(day) ? versionOn(day).on(day, hours) : List.<Interval>of()) {
                if (from.isBefore(allowed.to())) {
                    return from.isAfter(allowed.from()) ? from : allowed.from();
                }
            }
            day = day.plusDays(1);
        }
    }

    /** The stretches of opening hours from one instant to another, in order. */
    public List<Interval> counted(Instant from, Instant to) {
        return new CountedTime(from, openFrom(from), Pauses.NONE).until(to);
    }

    /** How much of the time from one instant to another lies in opening hours. */
    public Duration between(Instant from, Instant to) {
        return Interval.sum(counted(from, to));
    }

    public boolean isBusinessDay(LocalDate day) {
        return !versionOn(day).hoursOf(day).isEmpty();
    }

    /** The version that applies to a day. */
    public CalendarVersion versionOn(LocalDate day) {
        CalendarVersion found = versions.get(0);
        for (CalendarVersion version : versions) {
            found = version.validFrom().isAfter(day) ? found : version;
        }
        return found;
    }

    /** Whether any holiday of the year is on file in a version that applies to it. */
    boolean knowsHolidaysOf(int year) {
        return versions.stream()
                .anyMatch(version -> version.holidays().stream()
                        .anyMatch(day -> day.getYear() == year && versionOn(day).equals(version)));
    }

    /** The version that applies at an instant. */
    CalendarVersion versionAt(Instant instant) {
        CalendarVersion found = versions.get(0);
        for (CalendarVersion version : versions) {
            found = version.start().isAfter(instant) ? found : version;
        }
        return found;
    }

    /** When a later version takes over from the one that applies at an instant. */
    private Instant nextVersion(Instant at) {
        return versions.stream()
                .map(CalendarVersion::start)
                .filter(start -> start.isAfter(at))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private LocalDate nextBusinessDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isBusinessDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** What is open from an instant on, without end. */
    Iterator<Interval> openFrom(Instant from) {
        return new OpenStretches(from);
    }

    /** Goes day by day through the version that applies, and on to the next one where that takes over. */
    private final class OpenStretches implements Iterator<Interval> {

        private CalendarVersion version;
        private Interval reach;
        private LocalDate day;
        private Iterator<Interval> ofDay;

        OpenStretches(Instant from) {
            enter(from);
        }

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Interval next() {
            while (!ofDay.hasNext()) {
                LocalDate next = day.plusDays(1);
                if (next.atStartOfDay(version.zone()).toInstant().isBefore(reach.to())) {
                    look(next);
                } else {
                    enter(reach.to());
                }
            }
            return ofDay.next();
        }

        private void enter(Instant at) {
            version = versionAt(at);
            reach = new Interval(at, nextVersion(at));
            look(version.dayOf(at));
        }

        private void look(LocalDate at) {
            day = at;
            ofDay = version.on(day, version.hoursOf(day)).stream()
                    .map(open -> open.within(reach))
                    .filter(open -> !open.isEmpty())
                    .iterator();
        }
    }
}
