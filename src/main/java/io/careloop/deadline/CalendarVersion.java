package io.careloop.deadline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The opening hours of a calendar from a day on.
 *
 * @param validFrom  first day to which it applies, in its zone
 * @param zone       in which its hours are meant
 * @param week       opening hours of each day of the week; a day that is missing is closed
 * @param holidays   days that are closed
 * @param workedDays days that are worked although they are a holiday or closed by the week; without hours of their own
 *                   they have those of their weekday, or Monday's where their weekday has none
 */
public record CalendarVersion(
        LocalDate validFrom,
        ZoneId zone,
        Map<DayOfWeek, List<OpeningHours>> week,
        Set<LocalDate> holidays,
        Map<LocalDate, List<OpeningHours>> workedDays) {

    /** @throws IllegalArgumentException if no day of the week is open, or hours of a day overlap or are not in order */
    public CalendarVersion {
        week = Map.copyOf(week);
        holidays = Set.copyOf(holidays);
        workedDays = Map.copyOf(workedDays);
        if (week.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("A calendar is open on at least one day of the week");
        }
        week.values().forEach(CalendarVersion::checkOrder);
        workedDays.values().forEach(CalendarVersion::checkOrder);
    }

    Instant start() {
        return validFrom.atStartOfDay(zone).toInstant();
    }

    LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The hours of a day; none if it is closed. */
    public List<OpeningHours> hoursOf(LocalDate day) {
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

    /** The given hours of a day as instants; more than one stretch where the clocks change within them. */
    List<Interval> on(LocalDate day, List<OpeningHours> hours) {
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
