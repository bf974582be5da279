package io.careloop.deadline;

import java.time.Instant;

/**
 * One change of a calendar as it is on file.
 *
 * @param number 1 for the one that created the calendar
 */
public record CalendarRevision(String calendar, int number, CalendarDraft draft, String changedBy, Instant changedAt) {

    public CalendarVersion version() {
        return draft.version();
    }
}
