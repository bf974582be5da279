package io.careloop.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Calendars as tests want them. */
final class TestCalendars {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** Monday to Friday from 9 to 12 and 13 to 18 in Shanghai, without any holiday. */
    static BusinessCalendar office() {
        return calendar(version("1970-01-01", "09:00-12:00", "13:00-18:00"));
    }

    static BusinessCalendar calendar(CalendarVersion... versions) {
        return new BusinessCalendar("office", versions.length, List.of(versions));
    }

    /** Monday to Friday in Shanghai. */
    static CalendarVersion version(String validFrom, String... hours) {
        return new CalendarVersion(LocalDate.parse(validFrom), SHANGHAI, week(hours), Set.of(), Map.of());
    }

    static Map<DayOfWeek, List<OpeningHours>> week(String... hours) {
        return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).stream()
                .collect(Collectors.toMap(day -> day, day -> hours(hours)));
    }

    static List<OpeningHours> hours(String... texts) {
        return Arrays.stream(texts).map(OpeningHours::of).toList();
    }

    private TestCalendars() {}
}
