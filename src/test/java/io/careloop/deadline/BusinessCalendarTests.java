package io.careloop.deadline;

import static io.careloop.deadline.TestCalendars.SHANGHAI;
import static io.careloop.deadline.TestCalendars.hours;
import static io.careloop.deadline.TestCalendars.week;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BusinessCalendarTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final BusinessCalendar office = TestCalendars.office();

    @Test
    void twoBusinessHoursFromFridayHalfPastFiveEndOnMondayAtHalfPastTen() {
        assertThat(office.plus(at("2026-11-20T17:30"), Duration.ofHours(2))).isEqualTo(at("2026-11-23T10:30"));
    }

    @Test
    void lunchIsNotCounted() {
        assertThat(office.plus(at("2026-11-23T11:30"), Duration.ofHours(1))).isEqualTo(at("2026-11-23T13:30"));
        assertThat(office.plus(at("2026-11-23T12:15"), Duration.ofMinutes(5))).isEqualTo(at("2026-11-23T13:05"));
    }

    @Test
    void aLimitMayEndAtClosingTime() {
        assertThat(office.plus(at("2026-11-23T11:30"), Duration.ofMinutes(30))).isEqualTo(at("2026-11-23T12:00"));
        assertThat(office.plus(at("2026-11-23T11:30"), Duration.ofMinutes(30).plusMillis(1)))
                .isEqualTo(at("2026-11-23T13:00").plusMillis(1));
    }

    @Test
    void noTimeAtAllHasPassedAtOnce() {
        assertThat(office.plus(at("2026-11-22T03:00"), Duration.ZERO)).isEqualTo(at("2026-11-22T03:00"));
    }

    @Test
    void aHolidayIsNotCountedAndADayThatIsWorkedInsteadIs() {
        BusinessCalendar withHoliday = calendar(
                SHANGHAI,
                Set.of(LocalDate.parse("2026-11-23"), LocalDate.parse("2026-11-24")),
                Map.of(LocalDate.parse("2026-11-21"), List.of(), LocalDate.parse("2026-11-24"), hours("09:00-12:00")));

        assertThat(withHoliday.counted(at("2026-11-20T17:00"), at("2026-11-25T09:00")))
                .containsExactly(
                        new Interval(at("2026-11-20T17:00"), at("2026-11-20T18:00")),
                        new Interval(at("2026-11-21T09:00"), at("2026-11-21T12:00")),
                        new Interval(at("2026-11-21T13:00"), at("2026-11-21T18:00")),
                        new Interval(at("2026-11-24T09:00"), at("2026-11-24T12:00")));
    }

    @Test
    void aBusinessDayLaterIsTheSameLocalTimeOnTheNextDayThatOpens() {
        assertThat(office.plusDays(at("2026-11-20T17:30"), 1)).isEqualTo(at("2026-11-23T17:30"));
        assertThat(office.plusDays(at("2026-11-20T17:30"), 6)).isEqualTo(at("2026-11-30T17:30"));
    }

    @Test
    void aStartOutsideOpeningHoursFirstMovesToTheNextOpening() {
        assertThat(office.plusDays(at("2026-11-20T18:00"), 1)).isEqualTo(at("2026-11-24T09:00"));
        assertThat(office.plusDays(at("2026-11-23T12:10"), 1)).isEqualTo(at("2026-11-24T13:00"));
        assertThat(office.plusDays(at("2026-11-21T10:00"), 0)).isEqualTo(at("2026-11-23T09:00"));
    }

    @Test
    void daysEndAtTheirLocalTimeEvenWhereThatTimeIsClosed() {
        BusinessCalendar shortTuesday =
                calendar(SHANGHAI, Set.of(), Map.of(LocalDate.parse("2026-11-24"), hours("09:00-10:00")));

        assertThat(shortTuesday.plusDays(at("2026-11-23T17:00"), 1)).isEqualTo(at("2026-11-24T17:00"));
    }

    @Test
    void openingTimeIsItsOwnNextOpening() {
        assertThat(office.nextOpening(at("2026-11-23T09:00"))).isEqualTo(at("2026-11-23T09:00"));
        assertThat(office.nextOpening(at("2026-11-23T12:00"))).isEqualTo(at("2026-11-23T13:00"));
        assertThat(office.nextOpening(at("2026-11-20T23:00"))).isEqualTo(at("2026-11-23T09:00"));
    }

    @Test
    void callsAreMadeInCallingHoursOfBusinessDays() {
        LocalTime opens = LocalTime.of(9, 0);
        LocalTime closes = LocalTime.of(20, 0);

        assertThat(office.nextBetween(at("2026-11-20T19:30"), opens, closes)).isEqualTo(at("2026-11-20T19:30"));
        assertThat(office.nextBetween(at("2026-11-20T20:00"), opens, closes)).isEqualTo(at("2026-11-23T09:00"));
        assertThat(office.nextBetween(at("2026-11-20T07:00"), opens, closes)).isEqualTo(at("2026-11-20T09:00"));
        assertThat(office.nextBetween(at("2026-11-21T12:00"), opens, closes)).isEqualTo(at("2026-11-23T09:00"));
    }

    @Test
    void roundTheClockIsOpenWithoutAGap() {
        Map<DayOfWeek, List<OpeningHours>> always = new EnumMap<>(DayOfWeek.class);
        Arrays.stream(DayOfWeek.values()).forEach(day -> always.put(day, hours("00:00-24:00")));
        BusinessCalendar shop = calendar(BERLIN, always, Set.of(), Map.of());
        Instant start = Instant.parse("2026-03-28T12:34:56Z");

        assertThat(shop.plus(start, Duration.ofHours(100))).isEqualTo(start.plus(Duration.ofHours(100)));
    }

    @Test
    void aSkippedHourIsNotCountedAndARepeatedOneIsCountedTwice() {
        BusinessCalendar night = calendar(BERLIN, Map.of(DayOfWeek.SUNDAY, hours("01:30-03:30")), Set.of(), Map.of());

        assertThat(night.between(Instant.parse("2026-03-28T12:00:00Z"), Instant.parse("2026-03-29T12:00:00Z")))
                .isEqualTo(Duration.ofHours(1));
        assertThat(night.between(Instant.parse("2026-10-24T12:00:00Z"), Instant.parse("2026-10-25T12:00:00Z")))
                .isEqualTo(Duration.ofHours(3));
    }

    @Test
    void aCalendarThatNeverOpensOrWhoseHoursOverlapIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> calendar(SHANGHAI, Map.of(), Set.of(), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar(
                        SHANGHAI, Map.of(DayOfWeek.MONDAY, hours("09:00-12:00", "11:00-13:00")), Set.of(), Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> OpeningHours.of("12:00-09:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> OpeningHours.of("9-12"));
        assertThatIllegalArgumentException().isThrownBy(() -> OpeningHours.of("09:00-24:01"));
    }

    private static BusinessCalendar calendar(
            ZoneId zone, Set<LocalDate> holidays, Map<LocalDate, List<OpeningHours>> workedDays) {
        return calendar(zone, week("09:00-12:00", "13:00-18:00"), holidays, workedDays);
    }

    private static BusinessCalendar calendar(
            ZoneId zone,
            Map<DayOfWeek, List<OpeningHours>> week,
            Set<LocalDate> holidays,
            Map<LocalDate, List<OpeningHours>> workedDays) {
        return TestCalendars.calendar(new CalendarVersion(LocalDate.EPOCH, zone, week, holidays, workedDays));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }
}
