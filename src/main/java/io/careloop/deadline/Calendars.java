package io.careloop.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The calendars by name. For now the one of the settings, by which everything is counted. */
@Component
class Calendars implements WorkingTime {

    private final BusinessCalendar standard;

    Calendars(DeadlineProperties settings) {
        standard = new BusinessCalendar(settings.calendar(), settings.zone(), settings.week(), Set.of(), Map.of());
    }

    BusinessCalendar standard() {
        return standard;
    }

    Optional<BusinessCalendar> find(String name) {
        return Optional.of(standard).filter(calendar -> calendar.name().equals(name));
    }

    /**
     * The calendar of a clock that was started under the name. A name that the settings no longer have is counted by
     * the standard one.
     */
    BusinessCalendar named(String name) {
        return find(name).orElse(standard);
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
