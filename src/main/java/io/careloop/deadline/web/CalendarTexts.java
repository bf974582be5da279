package io.careloop.deadline.web;

import io.careloop.cases.Actors;
import io.careloop.deadline.CalendarBook;
import io.careloop.deadline.CalendarRevision;
import io.careloop.deadline.CalendarVersion;
import io.careloop.deadline.CalendarWriting;
import io.careloop.deadline.Flaw;
import io.careloop.deadline.OpeningHours;
import io.careloop.identity.Staff;
import io.careloop.identity.StaffMember;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.MessageSource;

/** Says in a language what a calendar says. */
record CalendarTexts(MessageSource messages, Staff staff, Locale locale) {

    /** @param warning that holidays of this year or the next are not on file; empty if they are */
    record Line(String name, int revision, boolean isDefault, String zone, String changed, String warning) {}

    /** @param holidays by year, stretches of days in one */
    record Version(
            String from,
            String zone,
            List<Day> week,
            Map<Integer, List<String>> holidays,
            List<Day> workingDays,
            LocalDate validFrom) {}

    /** @param hours empty if it is closed */
    record Day(String name, String hours) {}

    record Change(int number, String from, String reason, boolean allowLater, String by, String at) {}

    Line line(CalendarBook.Entry entry) {
        return new Line(
                entry.calendar().name(),
                entry.calendar().revision(),
                entry.isDefault(),
                entry.calendar().zone().getId(),
                time(entry.newest().changedAt(), entry.calendar().zone()),
                warning(entry));
    }

    private String warning(CalendarBook.Entry entry) {
        List<String> years = entry.unknownYears().stream().map(String::valueOf).toList();
        return years.isEmpty() ? "" : say("calendar.unknown-years", String.join(say("calendar.and"), years));
    }

    /** The version that applies from the latest day first. */
    List<Version> versions(CalendarBook.Entry entry) {
        List<Version> versions = new ArrayList<>();
        for (CalendarVersion version : entry.calendar().versions()) {
            versions.add(0, version(version));
        }
        return versions;
    }

    private Version version(CalendarVersion version) {
        Map<Integer, List<LocalDate>> byYear = new TreeMap<>();
        version.holidays().stream()
                .sorted()
                .forEach(day -> byYear.computeIfAbsent(day.getYear(), year -> new ArrayList<>())
                        .add(day));
        Map<Integer, List<String>> holidays = new LinkedHashMap<>();
        byYear.forEach((year, days) -> holidays.put(year, stretches(days)));
        return new Version(
                date(version.validFrom()),
                version.zone().getId(),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> new Day(dayOfWeek(day), hours(version.week().getOrDefault(day, List.of()))))
                        .toList(),
                holidays,
                new TreeMap<>(version.workedDays())
                        .entrySet().stream()
                                .map(day -> new Day(
                                        say(
                                                "calendar.day",
                                                date(day.getKey()),
                                                dayOfWeek(day.getKey().getDayOfWeek())),
                                        hours(version.hoursOf(day.getKey()))))
                                .toList(),
                version.validFrom());
    }

    private static String hours(List<OpeningHours> hours) {
        return String.join(", ", CalendarWriting.texts(hours));
    }

    private List<String> stretches(List<LocalDate> days) {
        List<String> stretches = new ArrayList<>();
        for (int first = 0; first < days.size(); ) {
            int last = first;
            while (last + 1 < days.size()
                    && days.get(last + 1).equals(days.get(last).plusDays(1))) {
                last++;
            }
            stretches.add(
                    first == last
                            ? date(days.get(first))
                            : say("calendar.days", date(days.get(first)), date(days.get(last))));
            first = last + 1;
        }
        return stretches;
    }

    /** The newest first. */
    List<Change> changes(CalendarBook.Entry entry) {
        List<Change> changes = new ArrayList<>();
        for (CalendarRevision revision : entry.revisions()) {
            changes.add(
                    0,
                    new Change(
                            revision.number(),
                            date(revision.version().validFrom()),
                            revision.draft().reason(),
                            revision.draft().allowLater(),
                            person(revision.changedBy()),
                            time(revision.changedAt(), entry.calendar().zone())));
        }
        return changes;
    }

    private String person(String id) {
        return id.equals(Actors.SYSTEM)
                ? say("calendar.by-product")
                : staff.find(id).map(StaffMember::name).orElse(id);
    }

    /** What is wrong, by the field of the form in which it stands. */
    Map<String, List<String>> errors(Collection<Flaw> flaws) {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        for (Flaw flaw : flaws) {
            String field = flaw.field().replaceAll("\\[.*", "");
            errors.computeIfAbsent(field, name -> new ArrayList<>())
                    .add(say(flaw.code(), flaw.arguments().toArray()));
        }
        return errors;
    }

    Map<DayOfWeek, String> daysOfWeek() {
        Map<DayOfWeek, String> days = new LinkedHashMap<>();
        Arrays.stream(DayOfWeek.values()).forEach(day -> days.put(day, dayOfWeek(day)));
        return days;
    }

    private String dayOfWeek(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, locale);
    }

    private String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    String time(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone)
                .format(instant);
    }

    String say(String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
