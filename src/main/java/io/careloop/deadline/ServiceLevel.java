package io.careloop.deadline;

import io.careloop.deadline.DeadlineClock.ClockType;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a case is promised: how long each of its clocks may run. */
public record ServiceLevel(Term firstResponse, Term resolution) {

    /** What one of the clocks is held to. */
    public record Term(Limit limit) {

        private Term with(Optional<Limit> other) {
            return other.map(Term::new).orElse(this);
        }
    }

    /**
     * What a row of the decision table says.
     *
     * @param row null for none
     * @throws IllegalArgumentException if it says too little, or what is no limit
     */
    public static ServiceLevel of(Map<String, Object> row) {
        return new ServiceLevel(term(row, "firstResponse"), term(row, "resolution"));
    }

    private static Term term(Map<String, Object> row, String clock) {
        ClockType type = ClockType.valueOf(text(row, clock + "Clock").toUpperCase(Locale.ROOT));
        return new Term(Limit.of(text(row, clock + "Limit"), type));
    }

    private static String text(Map<String, Object> row, String column) {
        Object value = row == null ? null : row.get(column);
        if (value == null) {
            throw new IllegalArgumentException("The table of service levels decides nothing for " + column);
        }
        return value.toString().strip();
    }

    /** With the limits that are given in place of its own. */
    ServiceLevel with(Function<ClockKind, Optional<Limit>> limits) {
        return new ServiceLevel(
                firstResponse.with(limits.apply(ClockKind.FIRST_RESPONSE)),
                resolution.with(limits.apply(ClockKind.RESOLUTION)));
    }

    Term of(ClockKind kind) {
        return kind == ClockKind.FIRST_RESPONSE ? firstResponse : resolution;
    }
}
