package io.careloop.deadline;

import io.careloop.deadline.DeadlineClock.ClockType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How long something may take, and how that is counted.
 *
 * @param amount a duration, or a period of days for a limit in business days
 */
public record Limit(TemporalAmount amount, ClockType type) {

    private static final Pattern DAYS = Pattern.compile("P[0-9]{1,4}D");

    /**
     * Reads an ISO text: {@code PT2H}; {@code P2D} counts two business days on the business clock and 48 hours on the
     * elapsed one.
     *
     * @throws IllegalArgumentException if it is not such a text, or not positive
     */
    public static Limit of(String text, ClockType type) {
        try {
            if (type == ClockType.BUSINESS && DAYS.matcher(text).matches()) {
                return new Limit(positive(Period.parse(text)), type);
            }
            Duration duration = Duration.parse(text);
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException("A limit is longer than nothing: " + text);
            }
            return new Limit(duration, type);
        } catch (DateTimeException | NullPointerException e) {
            throw new IllegalArgumentException("A limit is written PT2H or P2D, not " + text, e);
        }
    }

    /** When the limit ends that began at {@code start}. */
    public Instant dueAfter(Instant start, BusinessCalendar calendar) {
        if (amount instanceof Period days) {
            return calendar.plusDays(start, days.getDays());
        }
        Duration duration = (Duration) amount;
        return type == ClockType.BUSINESS ? calendar.plus(start, duration) : start.plus(duration);
    }

    /** When the given share of the time between start and due has been counted. */
    Instant shareOf(int percent, Instant start, Instant due, BusinessCalendar calendar) {
        Duration share = share(percent, countedTime(start, due, calendar));
        return type == ClockType.BUSINESS ? calendar.plus(start, share) : start.plus(share);
    }

    /** What is counted from one instant to another. */
    public List<Interval> counted(Instant from, Instant to, BusinessCalendar calendar) {
        return type == ClockType.BUSINESS ? calendar.counted(from, to) : List.of(new Interval(from, to));
    }

    Duration countedTime(Instant from, Instant to, BusinessCalendar calendar) {
        return type == ClockType.BUSINESS ? calendar.between(from, to) : Duration.between(from, to);
    }

    private static Duration share(int percent, Duration whole) {
        return Duration.ofMillis(whole.toMillis() * percent / 100);
    }

    private static Period positive(Period period) {
        if (period.isZero()) {
            throw new IllegalArgumentException("A limit is longer than nothing: " + period);
        }
        return period;
    }

    /** The ISO text. */
    @Override
    public String toString() {
        return amount.toString();
    }
}
