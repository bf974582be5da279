package io.careloop.deadline;

import static io.careloop.deadline.TestCalendars.SHANGHAI;
import static io.careloop.deadline.TestCalendars.calendar;
import static io.careloop.deadline.TestCalendars.hours;
import static io.careloop.deadline.TestCalendars.version;
import static io.careloop.deadline.TestCalendars.week;
import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.deadline.DeadlineClock.ClockType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LimitTests {

    private final BusinessCalendar office = TestCalendars.office();

    @Test
    void anElapsedLimitLeavesOutWhatPausesCover() {
        Limit day = Limit.of("PT24H", ClockType.ELAPSED);

        assertThat(day.dueAfter(at("2026-11-23T10:00"), office, List.of())).isEqualTo(at("2026-11-24T10:00"));
        assertThat(day.dueAfter(at("2026-11-23T10:00"), office, List.of(pause("2026-11-23T20:00", "2026-11-24T02:30"))))
                .isEqualTo(at("2026-11-24T16:30"));
    }

    @Test
    void aPauseThatBeginsWhenTheLimitEndsChangesNothing() {
        Limit day = Limit.of("PT24H", ClockType.ELAPSED);

        assertThat(day.dueAfter(at("2026-11-23T10:00"), office, List.of(pause("2026-11-24T10:00", "2026-11-24T12:00"))))
                .isEqualTo(at("2026-11-24T10:00"));
    }

    @Test
    void pausesMayOverlapBeUnorderedBeginBeforeTheStartAndLieOutside() {
        Limit threeHours = Limit.of("PT3H", ClockType.ELAPSED);
        List<Interval> pauses = List.of(
                pause("2026-11-23T11:00", "2026-11-23T12:00"),
                pause("2026-11-23T11:30", "2026-11-23T12:30"),
                pause("2026-11-23T09:00", "2026-11-23T10:15"),
                pause("2026-11-22T09:00", "2026-11-22T10:15"),
                pause("2026-11-25T09:00", "2026-11-25T10:15"));

        assertThat(threeHours.dueAfter(at("2026-11-23T10:00"), office, pauses)).isEqualTo(at("2026-11-23T14:45"));
        assertThat(threeHours.counted(at("2026-11-23T10:00"), at("2026-11-23T14:45"), office, pauses))
                .containsExactly(
                        pause("2026-11-23T10:15", "2026-11-23T11:00"), pause("2026-11-23T12:30", "2026-11-23T14:45"));
    }

    @Test
    void ofABusinessLimitAPauseTakesOnlyOpeningTime() {
        Limit twoHours = Limit.of("PT2H", ClockType.BUSINESS);
        List<Interval> overLunch = List.of(pause("2026-11-23T11:30", "2026-11-23T13:30"));

        assertThat(twoHours.dueAfter(at("2026-11-23T11:00"), office, overLunch)).isEqualTo(at("2026-11-23T15:00"));
        assertThat(twoHours.counted(at("2026-11-23T11:00"), at("2026-11-23T15:00"), office, overLunch))
                .containsExactly(
                        pause("2026-11-23T11:00", "2026-11-23T11:30"), pause("2026-11-23T13:30", "2026-11-23T15:00"));
    }

    @Test
    void businessDaysAreExtendedByTheOpeningTimeThatPausesCovered() {
        Limit twoDays = Limit.of("P2D", ClockType.BUSINESS);

        assertThat(twoDays.dueAfter(at("2026-11-23T10:00"), office, List.of())).isEqualTo(at("2026-11-25T10:00"));
        assertThat(twoDays.dueAfter(
                        at("2026-11-23T10:00"), office, List.of(pause("2026-11-23T17:00", "2026-11-24T10:00"))))
                .isEqualTo(at("2026-11-25T12:00"));
        assertThat(twoDays.dueAfter(
                        at("2026-11-23T10:00"), office, List.of(pause("2026-11-23T18:00", "2026-11-24T09:00"))))
                .isEqualTo(at("2026-11-25T10:00"));
    }

    @Test
    void aPauseWithinTheExtensionExtendsFurther() {
        Limit day = Limit.of("P1D", ClockType.BUSINESS);
        List<Interval> pauses =
                List.of(pause("2026-11-23T14:00", "2026-11-23T15:00"), pause("2026-11-24T10:30", "2026-11-24T11:30"));

        assertThat(day.dueAfter(at("2026-11-23T10:00"), office, pauses)).isEqualTo(at("2026-11-24T12:00"));
    }

    @Test
    void businessDaysThatEndAtAClosedTimeAreExtendedFromThereOn() {
        BusinessCalendar shortTuesday = calendar(new CalendarVersion(
                LocalDate.EPOCH,
                SHANGHAI,
                week("09:00-12:00", "13:00-18:00"),
                Set.of(),
                Map.of(LocalDate.parse("2026-11-24"), hours("09:00-10:00"))));
        Limit day = Limit.of("P1D", ClockType.BUSINESS);

        assertThat(day.dueAfter(at("2026-11-23T17:00"), shortTuesday, List.of()))
                .isEqualTo(at("2026-11-24T17:00"));
        assertThat(day.dueAfter(
                        at("2026-11-23T17:00"), shortTuesday, List.of(pause("2026-11-23T17:30", "2026-11-23T18:00"))))
                .isEqualTo(at("2026-11-25T09:30"));
    }

    @Test
    void eachDayIsCountedByTheVersionThatAppliesToIt() {
        BusinessCalendar changing =
                calendar(version("2026-11-24", "10:00-11:00"), version("2026-01-01", "09:00-12:00", "13:00-18:00"));
        Limit twoHours = Limit.of("PT2H", ClockType.BUSINESS);

        assertThat(twoHours.dueAfter(at("2026-11-23T17:00"), changing)).isEqualTo(at("2026-11-24T11:00"));
        assertThat(twoHours.dueAfter(at("2025-11-24T17:00"), changing)).isEqualTo(at("2025-11-25T10:00"));
    }

    @Test
    void aVersionOfAnotherZoneTakesOverAtItsOwnMidnight() {
        CalendarVersion berlin = new CalendarVersion(
                LocalDate.parse("2026-11-24"), ZoneId.of("Europe/Berlin"), week("00:00-24:00"), Set.of(), Map.of());
        BusinessCalendar moving = calendar(version("2026-01-01", "00:00-24:00"), berlin);
        Limit day = Limit.of("PT24H", ClockType.BUSINESS);

        assertThat(day.dueAfter(at("2026-11-23T12:00"), moving)).isEqualTo(at("2026-11-24T12:00"));
    }

    private static Interval pause(String from, String to) {
        return new Interval(at(from), at(to));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
