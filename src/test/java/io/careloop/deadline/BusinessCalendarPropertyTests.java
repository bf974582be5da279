package io.careloop.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.deadline.DeadlineClock.ClockType;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendar against a counter that looks at each minute, around the days on which clocks change. */
class BusinessCalendarPropertyTests {

    private static final int TRIALS = 150;
    private static final Instant SPRING = Instant.parse("2026-03-20T00:00:00Z");
    private static final Instant AUTUMN = Instant.parse("2026-10-15T00:00:00Z");

    private final Random random = new Random(47);

    @ParameterizedTest
    @ValueSource(
            strings = {"Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"})
    void everyAnswerIsThatOfCountingMinuteByMinute(String zone) {
        for (int trial = 0; trial < TRIALS; trial++) {
            BusinessCalendar calendar = anyCalendar(ZoneId.of(zone));
            Instant from = anyMinute();
            int minutes = 1 + random.nextInt(40 * 60);
            String told = "%s from %s %d minutes".formatted(calendar, from, minutes);

            Instant due = calendar.plus(from, Duration.ofMinutes(minutes));
            assertThat(due).as(told).isEqualTo(afterCounting(at -> isOpen(calendar, at), from, minutes));
            assertThat(calendar.between(from, due)).as(told).isEqualTo(Duration.ofMinutes(minutes));
            assertThat(calendar.nextOpening(from)).as(told).isEqualTo(firstOpenMinute(calendar, from));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"})
    void businessDaysAreCountedOnTheCalendarOfTheWall(String zone) {
        for (int trial = 0; trial < TRIALS; trial++) {
            BusinessCalendar calendar = anyCalendar(ZoneId.of(zone));
            Instant from = anyMinute();
            int days = 1 + random.nextInt(8);

            LocalDateTime start =
                    firstOpenMinute(calendar, from).atZone(calendar.zone()).toLocalDateTime();
            LocalDate day = start.toLocalDate();
            for (int left = days; left > 0; ) {
                day = day.plusDays(1);
                left -= hours(calendar, day).isEmpty() ? 0 : 1;
            }
            assertThat(calendar.plusDays(from, days))
                    .isEqualTo(day.atTime(start.toLocalTime())
                            .atZone(calendar.zone())
                            .toInstant());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"})
    void everyLimitWithPausesIsThatOfCountingMinuteByMinute(String zone) {
        for (int trial = 0; trial < TRIALS; trial++) {
            BusinessCalendar calendar = anyCalendar(ZoneId.of(zone));
            Instant from = anyMinute();
            List<Interval> pauses = anyPauses(from);
            ClockType type = random.nextBoolean() ? ClockType.BUSINESS : ClockType.ELAPSED;
            int minutes = 1 + random.nextInt(30 * 60);
            Predicate<Instant> counts = at -> (type == ClockType.ELAPSED || isOpen(calendar, at)) && !isIn(pauses, at);
            Limit limit = new Limit(Duration.ofMinutes(minutes), type);
            String told = "%s from %s %d minutes %s but %s".formatted(calendar, from, minutes, type, pauses);

            Instant due = limit.dueAfter(from, calendar, pauses);
            assertThat(due).as(told).isEqualTo(afterCounting(counts, from, minutes));
            assertThat(limit.countedTime(from, due, calendar, pauses)).as(told).isEqualTo(limit.amount());
            assertThat(limit.counted(from, due, calendar, pauses))
                    .as(told)
                    .allMatch(part ->
                            counts.test(part.from()) && counts.test(part.to().minus(1, ChronoUnit.MINUTES)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"})
    void pausedBusinessDaysAreExtendedMinuteByMinute(String zone) {
        for (int trial = 0; trial < TRIALS; trial++) {
            BusinessCalendar calendar = anyCalendar(ZoneId.of(zone));
            Instant from = anyMinute();
            List<Interval> pauses = anyPauses(from);
            int days = 1 + random.nextInt(4);
            Instant unpaused = calendar.plusDays(from, days);
            int lost = 0;
            for (Instant at = from; at.isBefore(unpaused); at = at.plus(1, ChronoUnit.MINUTES)) {
                lost += isOpen(calendar, at) && isIn(pauses, at) ? 1 : 0;
            }

            assertThat(new Limit(Period.ofDays(days), ClockType.BUSINESS).dueAfter(from, calendar, pauses))
                    .as("%s from %s %d days but %s", calendar, from, days, pauses)
                    .isEqualTo(afterCounting(at -> isOpen(calendar, at) && !isIn(pauses, at), unpaused, lost));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "Australia/Lord_Howe"})
    void callingHoursAreThoseOfTheWall(String zone) {
        LocalTime opens = LocalTime.of(1, 45);
        LocalTime closes = LocalTime.of(20, 0);
        for (int trial = 0; trial < TRIALS; trial++) {
            BusinessCalendar calendar = anyCalendar(ZoneId.of(zone));
            Instant at = anyMinute();
            Instant found = calendar.nextBetween(at, opens, closes);
            while (!mayCall(calendar, at, opens, closes)) {
                at = at.plus(1, ChronoUnit.MINUTES);
            }
            assertThat(found).isEqualTo(at);
        }
    }

    private static boolean mayCall(BusinessCalendar calendar, Instant at, LocalTime opens, LocalTime closes) {
        LocalDateTime local = at.atZone(calendar.zone()).toLocalDateTime();
        return !hours(calendar, local.toLocalDate()).isEmpty()
                && !local.toLocalTime().isBefore(opens)
                && local.toLocalTime().isBefore(closes);
    }

    private static Instant afterCounting(Predicate<Instant> counts, Instant from, int minutes) {
        Instant at = from;
        for (int left = minutes; left > 0; at = at.plus(1, ChronoUnit.MINUTES)) {
            left -= counts.test(at) ? 1 : 0;
        }
        return at;
    }

    private static Instant firstOpenMinute(BusinessCalendar calendar, Instant from) {
        Instant at = from;
        while (!isOpen(calendar, at)) {
            at = at.plus(1, ChronoUnit.MINUTES);
        }
        return at;
    }

    private static boolean isOpen(BusinessCalendar calendar, Instant at) {
        LocalDateTime local = at.atZone(calendar.zone()).toLocalDateTime();
        int minute = local.toLocalTime().toSecondOfDay() / 60;
        return hours(calendar, local.toLocalDate()).stream()
                .anyMatch(open -> open.from() <= minute && minute < open.to());
    }

    private static boolean isIn(List<Interval> pauses, Instant at) {
        return pauses.stream().anyMatch(pause -> pause.contains(at));
    }

    private static List<OpeningHours> hours(BusinessCalendar calendar, LocalDate day) {
        CalendarVersion version = calendar.versions().get(0);
        for (CalendarVersion other : calendar.versions()) {
            version = other.validFrom().isAfter(day) ? version : other;
        }
        List<OpeningHours> usual = version.week().getOrDefault(day.getDayOfWeek(), List.of());
        if (version.workedDays().containsKey(day)) {
            List<OpeningHours> own = version.workedDays().get(day);
            List<OpeningHours> monday = version.week().getOrDefault(DayOfWeek.MONDAY, List.of());
            return !own.isEmpty() ? own : !usual.isEmpty() ? usual : monday;
        }
        return version.holidays().contains(day) ? List.of() : usual;
    }

    /** Up to three versions, taking over from one another in the days that are looked at. */
    private BusinessCalendar anyCalendar(ZoneId zone) {
        Map<LocalDate, CalendarVersion> versions = new HashMap<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            LocalDate validFrom = i == 0 ? LocalDate.EPOCH : anyDay(zone);
            versions.put(validFrom, anyVersion(validFrom, zone));
        }
        return new BusinessCalendar("any", 1, List.copyOf(versions.values()));
    }

    private CalendarVersion anyVersion(LocalDate validFrom, ZoneId zone) {
        Map<DayOfWeek, List<OpeningHours>> week = new EnumMap<>(DayOfWeek.class);
        week.put(DayOfWeek.MONDAY, anyHours());
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(4) > 0) {
                week.put(day, anyHours());
            }
        }
        Set<LocalDate> holidays = new HashSet<>();
        Map<LocalDate, List<OpeningHours>> worked = new HashMap<>();
        for (int i = 0; i < 4; i++) {
            holidays.add(anyDay(zone));
            worked.put(anyDay(zone), random.nextBoolean() ? List.of() : anyHours());
        }
        return new CalendarVersion(validFrom, zone, week, holidays, worked);
    }

    /** Some before the start, some after the end, some over one another. */
    private List<Interval> anyPauses(Instant from) {
        List<Interval> pauses = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            Instant begin = from.plus(random.nextInt(5 * 24 * 60) - 24 * 60, ChronoUnit.MINUTES);
            pauses.add(new Interval(begin, begin.plus(random.nextInt(20 * 60), ChronoUnit.MINUTES)));
        }
        return pauses;
    }

    private LocalDate anyDay(ZoneId zone) {
        return anyMinute().atZone(zone).toLocalDate();
    }

    private Instant anyMinute() {
        return (random.nextBoolean() ? SPRING : AUTUMN).plus(random.nextInt(20 * 24 * 60), ChronoUnit.MINUTES);
    }

    /** Up to three stretches, some from midnight and some to midnight. */
    private List<OpeningHours> anyHours() {
        List<OpeningHours> hours = new ArrayList<>();
        int from = random.nextInt(3) * 75;
        while (hours.size() < 3 && from < 1440) {
            int to = Math.min(1440, from + 20 + random.nextInt(400));
            hours.add(new OpeningHours(from, to));
            from = to + random.nextInt(3) * 45;
        }
        return hours;
    }
}
