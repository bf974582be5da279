package io.careloop.insight.web;

import io.careloop.insight.figures.Period;
import io.careloop.insight.figures.Slice;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Which days and which cases somebody wants to see.
 *
 * @param period one of {@link #PERIODS}; the last 30 days for none
 * @param from   with {@code from-to}
 */
record Asked(
        String period,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
        String category,
        String team,
        String channel) {

    static final List<String> PERIODS = List.of("today", "week", "month", "quarter", "year", "from-to");

    /** Ten years; more is not answered. */
    private static final long MOST_DAYS = 3660;

    Slice slice() {
        return new Slice(category, team, channel);
    }

    /** The period that is meant; never null. */
    public String chosen() {
        if (period != null && PERIODS.contains(period)) {
            return period;
        }
        return from != null || to != null ? "from-to" : "month";
    }

    Period days(LocalDate today) {
        return switch (chosen()) {
            case "today" -> new Period(today, today);
            case "week" -> new Period(today.minusDays(6), today);
            case "quarter" -> new Period(today.minusDays(89), today);
            case "year" -> new Period(today.minusDays(364), today);
            case "from-to" -> between(from == null ? today.minusDays(29) : from, to == null ? today : to, today);
            default -> new Period(today.minusDays(29), today);
        };
    }

    private static Period between(LocalDate from, LocalDate to, LocalDate today) {
        LocalDate earliest = today.minusDays(MOST_DAYS);
        return new Period(within(from, earliest, today), within(to, earliest, today));
    }

    private static LocalDate within(LocalDate day, LocalDate earliest, LocalDate latest) {
        return day.isBefore(earliest) ? earliest : day.isAfter(latest) ? latest : day;
    }
}
