package io.careloop.deadline;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * In which hours time counts.
 *
 * @param calendar name of the calendar, kept with each clock that was counted by it
 * @param zone     in which its hours are meant
 * @param week     opening hours by day, such as {@code monday: 09:00-12:00, 13:00-18:00}; a day that is not named is
 *                 closed. Without any, Monday to Friday from 9 to 12 and 13 to 18.
 */
@Validated
@ConfigurationProperties("careloop.deadline")
public record DeadlineProperties(
        @NotBlank @DefaultValue("standard") String calendar,
        @NotNull @DefaultValue("Asia/Shanghai") ZoneId zone,
        Map<DayOfWeek, List<OpeningHours>> week) {

    public DeadlineProperties {
        week = week == null || week.isEmpty() ? workingWeek() : Map.copyOf(week);
    }

    private static Map<DayOfWeek, List<OpeningHours>> workingWeek() {
        Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.SATURDAY) < 0) {
                week.put(day, List.of(OpeningHours.of("09:00-12:00"), OpeningHours.of("13:00-18:00")));
            }
        }
        return Map.copyOf(week);
    }
}
