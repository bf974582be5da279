package io.careloop.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The calendars by name. For now the one of the settings, by which everything is counted. */
@Component
class Calendars implements WorkingTime {

    private final BusinessCalendar standard;

    Calendars(DeadlineProperties settings) {
        standard = new BusinessCalendar(
                settings.calendar(),
                1,
                List.of(new CalendarVersion(LocalDate.EPOCH, settings.zone(), settings.week(), Set.of(), Map.of())));
    }

    /** The calendar of the settings as it is now. */
    BusinessCalendar current() {
        return standard;
    }

    /** The calendar as it is now. A name that is not on file is counted by the one of the settings. */
    BusinessCalendar current(String name) {
        return find(name).orElse(standard);
    }

    /** The calendar as it was after the given number of changes. */
    BusinessCalendar at(String name, int revision) {
        return current(name);
    }

    private Optional<BusinessCalendar> find(String name) {
        return Optional.of(standard).filter(calendar -> calendar.name().equals(name));
    }

    @Override
    public ZoneId zone() {
        return standard.zone();
    }

    @Override
    public Instant plus(Instant from, Duration time) {
        return standard.plus(from, time);
    }

    @Override
    public Instant plusDays(Instant from, int days) {
        return standard.plusDays(from, days);
    }

    @Override
    public Instant nextOpening(Instant from) {
        return standard.nextOpening(from);
    }

    @Override
    public Instant nextBetween(Instant from, LocalTime opens, LocalTime closes) {
        return standard.nextBetween(from, opens, closes);
    }
}
