package io.careloop.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a version of a calendar in the form in which {@link CalendarReading} reads it, in the order of the days. */
public final class CalendarWriting {

    /** Only the days that are open. */
    public static Map<String, List<String>> week(CalendarVersion version) {
        Map<String, List<String>> week = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<OpeningHours> hours = version.week().getOrDefault(day, List.of());
            if (!hours.isEmpty()) {
                week.put(day.name(), texts(hours));
            }
        }
        return week;
    }

    public static List<String> holidays(CalendarVersion version) {
        return version.holidays().stream().sorted().map(LocalDate::toString).toList();
    }

    /** A text for a day without hours of its own, else an object with {@code date} and {@code hours}. */
    public static List<Object> workingDays(CalendarVersion version) {
        return new TreeMap<>(version.workedDays())
                .entrySet().stream()
                        .map(day -> day.getValue().isEmpty()
                                ? (Object) day.getKey().toString()
                                : new WorkingDay(day.getKey().toString(), texts(day.getValue())))
                        .toList();
    }

    public static List<String> texts(List<OpeningHours> hours) {
        return hours.stream().map(OpeningHours::toString).toList();
    }

    /** A working day with hours of its own. */
    public record WorkingDay(String date, List<String> hours) {}

    private CalendarWriting() {}
}
