package io.careloop.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody is away.
 *
 * @param user      id of whoever is away
 * @param firstDay  in the zone of working time
 * @param lastDay   the last day away, not the first back
 * @param deputy    id of the user who stands in, null for nobody
 * @param enteredBy id of the user who said so
 */
public record Absence(
        UUID id,
        String user,
        LocalDate firstDay,
        LocalDate lastDay,
        String deputy,
        String enteredBy,
        Instant enteredAt) {

    boolean covers(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    boolean overlaps(LocalDate from, LocalDate to) {
        return !firstDay.isAfter(to) && !lastDay.isBefore(from);
    }
}
