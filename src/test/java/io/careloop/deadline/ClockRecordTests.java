package io.careloop.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.deadline.DeadlineClock.State;
import io.careloop.deadline.ServiceLevel.Term;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ClockRecordTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final BusinessCalendar office = TestCalendars.office();

    @Test
    void aBusinessClockWarnsAfterItsShareOfOpeningHours() {
        ClockRecord clock = started("2026-11-20T17:30", "PT2H", ClockType.BUSINESS);

        assertThat(clock.dueAt()).isEqualTo(at("2026-11-23T10:30"));
        assertThat(clock.warnAt()).isEqualTo(at("2026-11-23T10:00"));
        assertThat(clock.nextNoticeAt()).isEqualTo(at("2026-11-23T10:00"));
    }

    @Test
    void anElapsedClockRunsThroughTheWeekendButItsNoticeWaitsForOpeningHours() {
        ClockRecord clock = started("2026-11-20T17:30", "PT24H", ClockType.ELAPSED);

        assertThat(clock.dueAt()).isEqualTo(at("2026-11-21T17:30"));
        assertThat(clock.warnAt()).isEqualTo(at("2026-11-21T11:30"));
        assertThat(clock.nextNoticeAt()).isEqualTo(at("2026-11-23T09:00"));
    }

    @Test
    void daysAreBusinessDaysOnTheBusinessClockAndOf24HoursOnTheElapsedOne() {
        assertThat(started("2026-11-20T17:30", "P2D", ClockType.BUSINESS).dueAt())
                .isEqualTo(at("2026-11-24T17:30"));
        assertThat(started("2026-11-20T17:30", "P2D", ClockType.ELAPSED).dueAt())
                .isEqualTo(at("2026-11-22T17:30"));
        assertThat(started("2026-11-20T17:30", "P2D", ClockType.BUSINESS).term().limit())
                .hasToString("P2D");
    }

    @Test
    void aShorterTermMovesTheDueDateAndWarnsAgain() {
        ClockRecord warned =
                started("2026-11-23T09:00", "PT2H", ClockType.BUSINESS).warned(office, at("2026-11-23T10:30"));
        assertThat(warned.nextNoticeAt()).isEqualTo(at("2026-11-23T11:00"));

        ClockRecord moved = warned.under(term("PT1H45M", ClockType.BUSINESS), office, at("2026-11-23T10:35"));

        assertThat(moved.dueAt()).isEqualTo(at("2026-11-23T10:45"));
        assertThat(moved.startedAt()).isEqualTo(warned.startedAt());
        assertThat(moved.warnedAt()).isNull();
        assertThat(moved.nextNoticeAt()).isEqualTo(at("2026-11-23T10:35"));
    }

    @Test
    void aLongerTermChangesNothing() {
        ClockRecord clock = started("2026-11-23T09:00", "PT2H", ClockType.BUSINESS);

        assertThat(clock.under(term("PT4H", ClockType.BUSINESS), office, at("2026-11-23T09:10")))
                .isSameAs(clock);
        assertThat(clock.under(term("PT2H", ClockType.ELAPSED), office, at("2026-11-23T09:10")))
                .isSameAs(clock);
    }

    @Test
    void aStoppedClockKeepsTheDueDateThatItStoppedUnder() {
        ClockRecord answered =
                started("2026-11-23T09:00", "PT2H", ClockType.BUSINESS).stop(at("2026-11-23T10:00"));

        assertThat(answered.under(term("PT30M", ClockType.BUSINESS), office, at("2026-11-23T11:00")))
                .isSameAs(answered);
        assertThat(answered.nextNoticeAt()).isNull();
    }

    @Test
    void aResumedClockRunsOnAsIfItHadNeverStopped() {
        ClockRecord clock = started("2026-11-23T09:00", "PT24H", ClockType.ELAPSED);

        assertThat(clock.stop(at("2026-11-23T10:00")).resume(office, at("2026-11-23T11:00")))
                .isEqualTo(clock);
    }

    @Test
    void aClockResumedAfterItsDueDateIsToldAtTheNextOpening() {
        ClockRecord clock =
                started("2026-11-23T09:00", "PT24H", ClockType.ELAPSED).stop(at("2026-11-23T10:00"));

        assertThat(clock.resume(office, at("2026-11-24T20:00")).nextNoticeAt()).isEqualTo(at("2026-11-25T09:00"));
    }

    @Test
    void afterTheMissNothingIsLeftToTell() {
        ClockRecord missed =
                started("2026-11-23T09:00", "PT2H", ClockType.BUSINESS).missed(at("2026-11-23T11:00"));

        assertThat(missed.nextNoticeAt()).isNull();
        assertThat(missed.stop(at("2026-11-23T12:00"))
                        .resume(office, at("2026-11-23T14:00"))
                        .nextNoticeAt())
                .isNull();
        assertThat(missed.asClock().timerAt()).isEqualTo(DeadlineClock.NEVER);
    }

    @Test
    void aClockIsRunningMissedMetOrLate() {
        ClockRecord clock = started("2026-11-23T09:00", "PT2H", ClockType.BUSINESS);

        assertThat(clock.asClock().state(at("2026-11-23T10:59"))).isEqualTo(State.RUNNING);
        assertThat(clock.asClock().state(at("2026-11-23T11:00"))).isEqualTo(State.MISSED);
        assertThat(clock.stop(at("2026-11-23T11:00")).asClock().state(at("2026-11-24T11:00")))
                .isEqualTo(State.MET);
        assertThat(clock.stop(at("2026-11-23T11:01")).asClock().state(at("2026-11-24T11:00")))
                .isEqualTo(State.LATE);
    }

    @Test
    void aLimitThatIsNoneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Limit.of("two hours", ClockType.BUSINESS));
        assertThatIllegalArgumentException().isThrownBy(() -> Limit.of("PT0S", ClockType.ELAPSED));
        assertThatIllegalArgumentException().isThrownBy(() -> Limit.of("P0D", ClockType.BUSINESS));
        assertThatIllegalArgumentException().isThrownBy(() -> Limit.of("PT-2H", ClockType.BUSINESS));
        assertThatIllegalArgumentException().isThrownBy(() -> new Term(Limit.of("PT2H", ClockType.BUSINESS), 0));
    }

    private ClockRecord started(String local, String limit, ClockType type) {
        return ClockRecord.start("C-2026-000001", ClockKind.FIRST_RESPONSE, term(limit, type), office, at(local));
    }

    private static Term term(String limit, ClockType type) {
        return new Term(Limit.of(limit, type), 75);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
