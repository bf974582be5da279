package io.careloop.deadline;

import static io.careloop.deadline.TestCalendars.hours;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A calendar as it is written, and everything that may be wrong with it. */
class CalendarReadingTests {

    private static final String GOOD = """
            {'validFrom': '2026-01-01', 'reason': 'New hours', 'zone': 'Europe/Berlin',
             'week': {'MONDAY': ['13:00-24:00', '09:00-12:00'], 'SATURDAY': []},
             'holidays': ['2026-10-01', '2026-10-01'],
             'workingDays': ['2026-10-10', {'date': '2026-02-14', 'hours': ['09:00-12:00']}]}""";

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void aCalendarIsReadWithItsHoursInOrder() {
        CalendarDraft draft = read(GOOD).draft().orElseThrow();

        assertThat(draft.reason()).isEqualTo("New hours");
        assertThat(draft.allowLater()).isFalse();
        CalendarVersion version = draft.version();
        assertThat(version.validFrom()).isEqualTo("2026-01-01");
        assertThat(version.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(version.week()).containsEntry(DayOfWeek.MONDAY, hours("09:00-12:00", "13:00-24:00"));
        assertThat(version.holidays()).containsExactly(LocalDate.parse("2026-10-01"));
        assertThat(version.hoursOf(LocalDate.parse("2026-10-10"))).isEqualTo(hours("09:00-12:00", "13:00-24:00"));
        assertThat(version.hoursOf(LocalDate.parse("2026-02-14"))).isEqualTo(hours("09:00-12:00"));
    }

    @Test
    void whatIsWrittenIsReadAgainAsTheSame() {
        CalendarVersion version = read(GOOD).draft().orElseThrow().version();

        CalendarReading again = CalendarReading.of(json.valueToTree(Map.of(
                "validFrom", version.validFrom().toString(),
                "reason", "again",
                "zone", version.zone().getId(),
                "week", CalendarWriting.week(version),
                "holidays", CalendarWriting.holidays(version),
                "workingDays", CalendarWriting.workingDays(version))));

        assertThat(again.flaws()).isEmpty();
        CalendarVersion read = again.draft().orElseThrow().version();
        assertThat(read.holidays()).isEqualTo(version.holidays());
        assertThat(read.workedDays()).isEqualTo(version.workedDays());
        assertThat(read.hoursOf(LocalDate.parse("2026-11-23"))).isEqualTo(hours("09:00-12:00", "13:00-24:00"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'validFrom': '2026-01-01'       | 'validFrom': '2026-02-30'             | validFrom       | date",
                "'validFrom': '2026-01-01',      |                                       | validFrom       | date",
                "'validFrom': '2026-01-01'       | 'validFrom': 20260101                 | validFrom       | date",
                "'validFrom': '2026-01-01'       | 'validFrom': '+999999-01-01'          | validFrom       | date",
                "'reason': 'New hours',          |                                       | reason          | reason",
                "'reason': 'New hours'           | 'reason': '  '                        | reason          | reason",
                "Europe/Berlin                   | Europe/Atlantis                       | zone            | zone",
                "'zone': 'Europe/Berlin',        |                                       | zone            | zone",
                "'week': {'MONDAY'               | 'week': {'MONTAG'                     | week.MONTAG     | day-of-week",
                "'13:00-24:00'                   | '11:00-13:00'                         | week.MONDAY     | overlap",
                "'13:00-24:00'                   | '13:00-24:30'                         | week.MONDAY     | hours",
                "'13:00-24:00'                   | '13:00-12:30'                         | week.MONDAY     | hours",
                "'13:00-24:00'                   | '25:00-26:00'                         | week.MONDAY     | hours",
                "'13:00-24:00'                   | 13                                    | week.MONDAY     | hours",
                "['13:00-24:00', '09:00-12:00']  | '09:00-12:00'                         | week.MONDAY     | hours-list",
                "['13:00-24:00', '09:00-12:00']  | []                                    | week            | never-open",
                "{'MONDAY': ['13:00-24:00', '09:00-12:00'], 'SATURDAY': []} | []         | week            | week",
                "['2026-10-01', '2026-10-01']    | ['2026-10-01', '1.10.']               | holidays[1]     | date",
                "['2026-10-01', '2026-10-01']    | '2026-10-01'                          | holidays        | dates",
                "['2026-10-10',                  | ['2026-10-32',                        | workingDays[0]  | date",
                "['2026-10-10',                  | ['2026-02-14',                        | workingDays[1]  | twice",
                "'hours': ['09:00-12:00']        | 'hours': ['09:00-12:00'], 'note': ''  | workingDays[1].note | unknown",
                "'hours': ['09:00-12:00']        | 'hours': ['9-12']                     | workingDays[1].hours | hours",
                "'hours': ['09:00-12:00']        | 'hours': []                           | workingDays[1]  | no-hours",
                "'MONDAY'                        | 'TUESDAY'                             | workingDays[0]  | no-hours",
                "'holidays'                      | 'holiday'                             | holiday         | unknown",
                "'reason'                        | 'allowLater': 1, 'reason'             | allowLater      | flag",
            })
    void whatCannotBeTakenIsNamedWithItsField(String part, String instead, String field, String code) {
        CalendarReading reading = read(GOOD.replace(part, instead == null ? "" : instead));

        assertThat(reading.draft()).isEmpty();
        assertThat(reading.flaws()).extracting(Flaw::field, Flaw::code).contains(tuple(field, code));
    }

    @Test
    void everyFlawIsNamedAtOnce() {
        assertThat(read("{'week': {'MONDAY': ['09:00-12:00']}}").flaws())
                .extracting(Flaw::field)
                .containsExactly("validFrom", "reason", "zone");
        assertThat(read("[]").flaws()).extracting(Flaw::code).containsExactly("calendar.flaw.object");
    }

    @Test
    void theCalendarOfMainlandChinaIsShippedWithBothAnnouncedYears() throws IOException {
        String file = Files.readString(Path.of("processes/deadline/calendars/cn.json"));
        CalendarVersion china =
                CalendarReading.of(json.readTree(file)).draft().orElseThrow().version();

        assertThat(china.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(china.holidays()).hasSize(28 + 33);
        assertThat(china.workedDays())
                .hasSize(5 + 6)
                .allSatisfy((day, own) -> assertThat(day.getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        assertThat(china.hoursOf(LocalDate.parse("2026-02-14"))).isEqualTo(hours("09:00-12:00", "13:00-18:00"));
        assertThat(china.hoursOf(LocalDate.parse("2026-02-16"))).isEmpty();
        BusinessCalendar calendar = new BusinessCalendar("cn", 1, List.of(china));
        assertThat(List.of(2025, 2026, 2027))
                .filteredOn(calendar::knowsHolidaysOf)
                .containsExactly(2025, 2026);
    }

    private static Tuple tuple(String field, String code) {
        return Tuple.tuple(field, "calendar.flaw." + code);
    }

    private CalendarReading read(String text) {
        try {
            return CalendarReading.of(json.readTree(text.replace('\'', '"')));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
