package io.careloop.deadline.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.careloop.deadline.CalendarReading;
import io.careloop.deadline.CalendarVersion;
import io.careloop.deadline.CalendarWriting;
import io.careloop.deadline.PublicHolidays.PublicHoliday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A version of a calendar as people write it in the form of the page.
 *
 * @param name        of the calendar
 * @param seen        revision that the writer had before them; 0 for a new calendar
 * @param week        hours of each day, such as {@code 09:00-12:00, 13:00-18:00}; empty for a closed one
 * @param holidays    days, apart by blanks, commas or lines
 * @param workingDays a line each: the day, and its hours if it has hours of its own
 */
record CalendarForm(
        String name,
        int seen,
        String validFrom,
        String zone,
        Map<DayOfWeek, String> week,
        String holidays,
        String workingDays,
        String reason,
        boolean allowLater) {

    static CalendarForm empty() {
        return new CalendarForm("", 0, "", "", Map.of(), "", "", "", false);
    }

    static CalendarForm of(String name, int revision, CalendarVersion version, LocalDate validFrom) {
        return new CalendarForm(
                name,
                revision,
                validFrom.toString(),
                version.zone().getId(),
                Arrays.stream(DayOfWeek.values())
                        .collect(Collectors.toMap(
                                day -> day,
                                day -> String.join(
                                        ", ",
                                        CalendarWriting.texts(version.week().getOrDefault(day, List.of()))))),
                lines(CalendarWriting.holidays(version).stream()),
                lines(new TreeMap<>(version.workedDays())
                        .entrySet().stream()
                                .map(day -> (day.getKey() + " "
                                                + String.join(", ", CalendarWriting.texts(day.getValue())))
                                        .strip())),
                "",
                false);
    }

    static CalendarForm sent(Map<String, String> fields) {
        Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, text(fields, "week." + day));
        }
        String seen = text(fields, "seen");
        return new CalendarForm(
                text(fields, "name"),
                seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : 0,
                text(fields, "validFrom"),
                text(fields, "zone"),
                week,
                text(fields, "holidays"),
                text(fields, "workingDays"),
                text(fields, "reason"),
                fields.containsKey("allowLater"));
    }

    /** With days that were not among the holidays yet. */
    CalendarForm with(List<PublicHoliday> more) {
        TreeSet<String> all = new TreeSet<>(words(holidays).toList());
        more.forEach(holiday -> all.add(holiday.date().toString()));
        return new CalendarForm(
                name, seen, validFrom, zone, week, lines(all.stream()), workingDays, reason, allowLater);
    }

    CalendarReading read() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("validFrom", validFrom).put("reason", reason).put("zone", zone).put("allowLater", allowLater);
        ObjectNode days = json.putObject("week");
        week.forEach((day, hours) -> words(hours).forEach(days.withArray(day.name())::add));
        words(holidays).forEach(json.putArray("holidays")::add);
        workingDays.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(workingDay(json));
        return CalendarReading.of(json);
    }

    private static Consumer<String> workingDay(ObjectNode json) {
        ArrayNode days = json.putArray("workingDays");
        return line -> {
            List<String> words = words(line).toList();
            if (words.size() == 1) {
                days.add(words.get(0));
            } else {
                ArrayNode hours = days.addObject().put("date", words.get(0)).putArray("hours");
                words.stream().skip(1).forEach(hours::add);
            }
        };
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("[\\s,;，；、]+")).filter(word -> !word.isEmpty());
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }
}
