package io.careloop.insight.figures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days in the zone of the service.
 *
 * @param to the last day, included
 */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (to.isBefore(from)) {
            LocalDate first = to;
            to = from;
            from = first;
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** As many days, right before. */
    public Period before() {
        return new Period(from.minusDays(days()), from.minusDays(1));
    }

    LocalDate end() {
        return to.plusDays(1);
    }
}
