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

    /** When the limit ends that began at {@code start}, without any pause. */
    public Instant dueAfter(Instant start, BusinessCalendar calendar) {
        return dueAfter(start, calendar, List.of());
    }

    /**
     * When the limit ends that began at {@code start}. What pauses cover is not counted; a limit of business days is
     * extended by the opening time that they cover, also by that which they cover of the extension.
     *
     * @param pauses in any order; they may overlap and lie outside of the limit
     */
    public Instant dueAfter(Instant start, BusinessCalendar calendar, List<Interval> pauses) {
        Pauses paused = Pauses.of(pauses);
        if (amount instanceof Period days) {
            Instant unpaused = calendar.plusDays(start, days.getDays());
            Duration lost = calendar.between(start, unpaused).minus(countedTime(start, unpaused, calendar, pauses));
            return CountedTime.open(unpaused, calendar, paused).after(lost);
        }
        return time(start, calendar, paused).after((Duration) amount);
    }

    /** When the given share of what counts between start and due has been counted; all of it at due itself. */
    Instant shareOf(int percent, Instant start, Instant due, BusinessCalendar calendar, List<Interval> pauses) {
        if (percent == 100) {
            return due;
        }
        Duration share = share(percent, countedTime(start, due, calendar, pauses));
        return time(start, calendar, Pauses.of(pauses)).after(share);
    }

    /** What is counted from one instant to another, in order. */
    public List<Interval> counted(Instant from, Instant to, BusinessCalendar calendar, List<Interval> pauses) {
        return time(from, calendar, Pauses.of(pauses)).until(to);
    }

    Duration countedTime(Instant from, Instant to, BusinessCalendar calendar, List<Interval> pauses) {
        return Interval.sum(counted(from, to, calendar, pauses));
    }

    private CountedTime time(Instant from, BusinessCalendar calendar, Pauses pauses) {
        return type == ClockType.BUSINESS
                ? CountedTime.open(from, calendar, pauses)
                : CountedTime.elapsed(from, pauses);
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
