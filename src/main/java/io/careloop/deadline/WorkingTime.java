package io.careloop.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** Counts in opening hours of the configured calendar. */
public interface WorkingTime {

    /** The opening hours that apply now. */
    CalendarVersion today();

    /** Zone of the calendar: what a day is. */
    ZoneId zone();

    /** The instant at which {@code time} of opening hours has passed since {@code from}. */
    Instant plus(Instant from, Duration time);

    /** The same local time {@code days} business days later; a start outside opening hours first moves to the next opening. */
    Instant plusDays(Instant from, int days);

    /** How much of the time from one instant to another lies in opening hours. */
    Duration between(Instant from, Instant to);

    /** {@code from} itself if it lies in opening hours, else the next opening. */
    Instant nextOpening(Instant from);

    /** {@code from} itself if it lies on a business day between the two local times, else the next such instant. */
    Instant nextBetween(Instant from, LocalTime opens, LocalTime closes);
}
