package io.careloop.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One stretch of opening hours of a day, such as {@code 09:00-12:00}, in local time.
 *
 * @param from minute of the day at which it opens
 * @param to   minute of the day at which it closes; 1440 is the end of the day, written {@code 24:00}
 */
public record OpeningHours(int from, int to) {

    private static final int DAY = 24 * 60;
    private static final Pattern FORM = Pattern.compile("(\\d\\d):([0-5]\\d)-(\\d\\d):([0-5]\\d)");

    /** @throws IllegalArgumentException if it ends before it begins, or outside the day */
    public OpeningHours {
        if (from < 0 || from >= to || to > DAY) {
            throw new IllegalArgumentException("Opening hours begin before they end, within one day");
        }
    }

    /** @throws IllegalArgumentException if the text has not the form {@code 09:00-12:00} */
    public static OpeningHours of(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Opening hours are written 09:00-12:00, not " + text);
        }
        return new OpeningHours(minute(matcher.group(1), matcher.group(2)), minute(matcher.group(3), matcher.group(4)));
    }

    /** @param closes midnight means the end of the day */
    static OpeningHours between(LocalTime opens, LocalTime closes) {
        int end = closes.equals(LocalTime.MIDNIGHT) ? DAY : closes.toSecondOfDay() / 60;
        return new OpeningHours(opens.toSecondOfDay() / 60, end);
    }

    /** These hours of a day as its clocks run with the given offset. */
    Interval on(LocalDate day, ZoneOffset offset) {
        LocalDateTime midnight = day.atStartOfDay();
        return new Interval(
                midnight.plusMinutes(from).toInstant(offset),
                midnight.plusMinutes(to).toInstant(offset));
    }

    private static int minute(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    @Override
    public String toString() {
        return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, to / 60, to % 60);
    }
}
