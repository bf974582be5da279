package io.careloop.deadline.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.careloop.deadline.CalendarBook;
import io.careloop.deadline.CalendarRevision;
import io.careloop.deadline.CalendarVersion;
import io.careloop.deadline.CalendarWriting;
import io.careloop.deadline.RecountProgress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A calendar with all that it says and who said it when and why.
 *
 * @param revision     number of its newest revision
 * @param isDefault    whether everything is counted by it that names no other calendar
 * @param unknownYears this year and the next, where no holiday of theirs is on file
 * @param versions     the opening hours by the day from which they apply, in that order
 * @param revisions    every change, the newest first
 * @param recount      how far the newest change has reached the clocks that run; null if there is none to reach
 */
record CalendarView(
        String id,
        int revision,
        @JsonProperty("default") boolean isDefault,
        String zone,
        List<Integer> unknownYears,
        List<Version> versions,
        List<Revision> revisions,
        RecountProgress recount) {

    static CalendarView of(CalendarBook.Entry entry, RecountProgress recount) {
        return new CalendarView(
                entry.calendar().name(),
                entry.calendar().revision(),
                entry.isDefault(),
                entry.calendar().zone().getId(),
                entry.unknownYears(),
                entry.calendar().versions().stream().map(Version::of).toList(),
                entry.revisions().stream()
                        .sorted((a, b) -> b.number() - a.number())
                        .map(Revision::of)
                        .toList(),
                recount);
    }

    /** In the form in which a calendar is changed. */
    record Version(
            LocalDate validFrom,
            String zone,
            Map<String, List<String>> week,
            List<String> holidays,
            List<Object> workingDays) {

        static Version of(CalendarVersion version) {
            return new Version(
                    version.validFrom(),
                    version.zone().getId(),
                    CalendarWriting.week(version),
                    CalendarWriting.holidays(version),
                    CalendarWriting.workingDays(version));
        }
    }

    /**
     * @param allowLater whether running deadlines might move to later because of it
     * @param by         id of the person, or {@code system} for what the release brought
     */
    record Revision(int revision, LocalDate validFrom, String reason, boolean allowLater, String by, Instant at) {

        static Revision of(CalendarRevision revision) {
            return new Revision(
                    revision.number(),
                    revision.version().validFrom(),
                    revision.draft().reason(),
                    revision.draft().allowLater(),
                    revision.changedBy(),
                    revision.changedAt());
        }
    }
}
