package io.careloop.deadline;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When we are open, and what can be counted in that time. An instant counts if its local time lies in opening hours: an
 * hour that the clocks skip is not counted, one that they repeat is counted twice.
 *
 * @param week       opening hours of each day of the week; a day that is missing is closed
 * @param holidays   days that are closed
 * @param workedDays days that are worked although they are a holiday or closed by the week; without hours of their own
 *                   they have those of their weekday, or Monday's where their weekday has none
 */
public record BusinessCalendar(
        String name,
        ZoneId zone,
        Map<DayOfWeek, List<OpeningHours>> week,
        Set<LocalDate> holidays,
        Map<LocalDate, List<OpeningHours>> workedDays) {

    /** @throws IllegalArgumentException if no day of the week is open, or hours of a day overlap or are not in order */
    public BusinessCalendar {
        week = Map.copyOf(week);
        holidays = Set.copyOf(holidays);
        workedDays = Map.copyOf(workedDays);
        if (week.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("A calendar is open on at least one day of the week");
        }
        week.values().forEach(BusinessCalendar::checkOrder);
        workedDays.values().forEach(BusinessCalendar::checkOrder);
    }

    /**
     * The instant at which {@code time} of opening hours has passed since {@code from}; it may be a closing time.
     *
     * @throws IllegalArgumentException if the time is negative
     */
    public Instant plus(Instant from, Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Time that passes is not negative");
        }
        if (time.isZero()) {
            return from;
        }
        Duration left = time;
        Iterator<Interval> open = openFrom(from);
        while (true) {
            Interval next = open.next();
            if (next.length().compareTo(left) >= 0) {
                return next.from().plus(left);
            }
            left = left.minus(next.length());
        }
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
        LocalDate day = dayOf(start);
        for (int left = days; left > 0; left--) {
            day = nextBusinessDay(day);
        }
        return days == 0
                ? start
                : day.atTime(start.atZone(zone).toLocalTime()).atZone(zone).toInstant();
    }

    /** {@code from} itself if it lies in opening hours, else the next opening. */
    public Instant nextOpening(Instant from) {
        return openFrom(from).next().from();
    }

    /** {@code from} itself if it lies on a business day between the two local times, else the next such instant. */
    public Instant nextBetween(Instant from, LocalTime opens, LocalTime closes) {
        List<OpeningHours> hours = List.of(OpeningHours.between(opens, closes));
        LocalDate day = dayOf(from);
        while (true) {
            for (Interval allowed : isBusinessDay(day) ? on(day, hours) : List.<Interval>of()) {
                if (from.isBefore(allowed.to())) {
                    return from.isAfter(allowed.from()) ? from : allowed.from();
                }
            }
            day = day.plusDays(1);
        }
    }

    /** The stretches of opening hours from one instant to another, in order. */
    public List<Interval> counted(Instant from, Instant to) {
        List<Interval> counted = new ArrayList<>();
        Interval whole = new Interval(from, to);
        Iterator<Interval> open = openFrom(from);
        for (Interval next = open.next(); next.from().isBefore(to); next = open.next()) {
            counted.add(next.within(whole));
        }
        return counted;
    }

    /** How much of the time from one instant to another lies in opening hours. */
    public Duration between(Instant from, Instant to) {
        return counted(from, to).stream().map(Interval::length).reduce(Duration.ZERO, Duration::plus);
    }

    public boolean isBusinessDay(LocalDate day) {
        return !hoursOf(day).isEmpty();
    }

    private LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private LocalDate nextBusinessDay(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isBusinessDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private List<OpeningHours> hoursOf(LocalDate day) {
        List<OpeningHours> usual = week.getOrDefault(day.getDayOfWeek(), List.of());
        List<OpeningHours> worked = workedDays.get(day);
        if (worked == null) {
            return holidays.contains(day) ? List.of() : usual;
        }
        if (!worked.isEmpty()) {
            return worked;
        }
        return usual.isEmpty() ? week.getOrDefault(DayOfWeek.MONDAY, List.of()) : usual;
    }

    /** What is open from an instant on, without end. */
    private Iterator<Interval> openFrom(Instant from) {
        return new Iterator<>() {
            private LocalDate day = dayOf(from);
            private Iterator<Interval> ofDay = rest(day);

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Interval next() {
                while (!ofDay.hasNext()) {
                    day = day.plusDays(1);
                    ofDay = rest(day);
                }
                return ofDay.next();
            }

            private Iterator<Interval> rest(LocalDate of) {
                Interval ahead = new Interval(from, Instant.MAX);
                return on(of, hoursOf(of)).stream()
                        .map(open -> open.within(ahead))
                        .filter(open -> !open.isEmpty())
                        .iterator();
            }
        };
    }

    /** The given hours of a day as instants; more than one stretch where the clocks change within them. */
    private List<Interval> on(LocalDate day, List<OpeningHours> hours) {
        List<Interval> found = new ArrayList<>();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        Instant at = hours.isEmpty() ? end : day.atStartOfDay(zone).toInstant();
        while (at.isBefore(end)) {
            ZoneOffset offset = zone.getRules().getOffset(at);
            Interval steady = new Interval(at, earlier(end, zone.getRules().nextTransition(at)));
            hours.stream()
                    .map(open -> open.on(day, offset).within(steady))
                    .filter(open -> !open.isEmpty())
                    .forEach(found::add);
            at = steady.to();
        }
        return found;
    }

    private static Instant earlier(Instant end, ZoneOffsetTransition change) {
        return change == null || change.getInstant().isAfter(end) ? end : change.getInstant();
    }

    private static void checkOrder(List<OpeningHours> hours) {
        for (int i = 1; i < hours.size(); i++) {
            if (hours.get(i).from() < hours.get(i - 1).to()) {
                throw new IllegalArgumentException("Opening hours of a day are in order and do not overlap");
            }
        }
    }
}
