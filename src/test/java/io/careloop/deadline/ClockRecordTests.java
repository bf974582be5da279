package io.careloop.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.deadline.DeadlineClock.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClockRecordTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<Threshold> ONCE = List.of(Threshold.once(75), Threshold.once(100));
    private static final Threshold AGAIN =
            new Threshold(100, List.of("managers"), Limit.of("PT4H", ClockType.BUSINESS), true);

    private final BusinessCalendar office = TestCalendars.office();

    @Test
    void aBusinessClockWarnsAfterItsShareOfOpeningHours() {
        ClockRecord clock = started("2026-11-20T17:30", "PT2H", ClockType.BUSINESS);

        assertThat(clock.dueAt()).isEqualTo(at("2026-11-23T10:30"));
        assertThat(clock.nextNoticeAt()).isEqualTo(at("2026-11-23T10:00"));
    }

    @Test
    void anElapsedClockRunsThroughTheWeekendButItsNoticeWaitsForOpeningHours() {
        ClockRecord clock = started("2026-11-20T17:30", "PT24H", ClockType.ELAPSED);

        assertThat(clock.dueAt()).isEqualTo(at("2026-11-21T17:30"));
        assertThat(clock.nextNoticeAt()).isEqualTo(at("2026-11-23T09:00"));
    }

    @Test
    void daysAreBusinessDaysOnTheBusinessClockAndOf24HoursOnTheElapsedOne() {
        assertThat(started("2026-11-20T17:30", "P2D", ClockType.BUSINESS).dueAt())
                .isEqualTo(at("2026-11-24T17:30"));
        assertThat(started("2026-11-20T17:30", "P2D", ClockType.ELAPSED).dueAt())
                .isEqualTo(at("2026-11-22T17:30"));
    }

    @Test
    void aShorterTermMovesTheDueDateAndWarnsAgain() {
        ClockRecord warned = told(started("2026-11-23T09:00", "PT2H", ClockType.BUSINESS), 75, "2026-11-23T10:30");
        assertThat(warned.nextNoticeAt()).isEqualTo(at("2026-11-23T11:00"));

        ClockRecord moved = under(warned, "PT1H45M", ClockType.BUSINESS, "2026-11-23T10:35");

        assertThat(moved.dueAt()).isEqualTo(at("2026-11-23T10:45"));
        assertThat(moved.counting().start()).isEqualTo(warned.counting().start());
        assertThat(moved.telling().toldPercent()).isZero();
        assertThat(moved.nextNoticeAt()).isEqualTo(at("2026-11-23T10:35"));
    }

    @Test
    void aLongerTermChangesNothing() {
        ClockRecord clock = started("2026-11-23T09:00", "PT2H", ClockType.BUSINESS);

        assertThat(under(clock, "PT4H", ClockType.BUSINESS, "2026-11-23T09:10")).isSameAs(clock);
        assertThat(under(clock, "PT2H", ClockType.ELAPSED, "2026-11-23T09:10")).isSameAs(clock);
    }

    @Test
    void aStoppedClockKeepsTheDueDateThatItStoppedUnder() {
        ClockRecord answered =
                started("2026-11-23T09:00", "PT2H", ClockType.BUSINESS).stop(office, at("2026-11-23T10:00"));

        assertThat(under(answered, "PT30M", ClockType.BUSINESS, "2026-11-23T11:00"))
                .isSameAs(answered);
        assertThat(answered.nextNoticeAt()).isNull();
    }

    @Test
    void whileItIsPausedAClockIsDueAsIfThePauseLastedToItsEndAndItIsQuiet() {
        ClockRecord paused =
                paused(started("2026-11-23T09:00", "PT8H", ClockType.BUSINESS), "2026-11-23T11:00", "2026-11-25T11:00");

        // two of the eight hours are used; the rest begins on Wednesday at eleven
        assertThat(paused.dueAt()).isEqualTo(at("2026-11-25T18:00"));
        assertThat(paused.nextNoticeAt()).isEqualTo(at("2026-11-25T16:00"));
        assertThat(paused.asClock().state(at("2026-11-24T11:00"))).isEqualTo(State.PAUSED);
        assertThat(paused.asClock().state(at("2026-11-25T11:00"))).isEqualTo(State.RUNNING);

        ClockRecord resumed = paused.resumed(office, at("2026-11-24T10:00"));
        assertThat(resumed.dueAt()).isEqualTo(at("2026-11-24T17:00"));
        assertThat(resumed.asClock().state(at("2026-11-24T10:00"))).isEqualTo(State.RUNNING);
    }

    @Test
    void aPauseSurvivesAChangeOfTheTerm() {
        ClockRecord paused =
                paused(started("2026-11-23T09:00", "PT8H", ClockType.BUSINESS), "2026-11-23T11:00", "2026-11-25T11:00");

        ClockRecord urgent = under(paused, "PT4H", ClockType.BUSINESS, "2026-11-23T14:00");
        assertThat(urgent.dueAt()).isEqualTo(at("2026-11-25T14:00"));
        assertThat(urgent.asClock().state(at("2026-11-24T11:00"))).isEqualTo(State.PAUSED);
        assertThat(urgent.resumed(office, at("2026-11-23T16:00")).dueAt()).isEqualTo(at("2026-11-23T18:00"));
    }

    @Test
    void whatWasToBeToldInAPauseIsToldWhenItEnds() {
        ClockRecord missed = told(
                ClockRecord.start(
                        "C-2026-000001",
                        ClockId.RESOLUTION,
                        start("PT2H", ClockType.BUSINESS, List.of(AGAIN)),
                        at("2026-11-23T09:00"),
                        office),
                100,
                "2026-11-23T11:00");
        assertThat(missed.nextNoticeAt()).isEqualTo(at("2026-11-23T16:00"));

        ClockRecord paused = paused(missed, "2026-11-23T14:00", "2026-11-24T20:00");

        assertThat(paused.nextNoticeAt()).isEqualTo(at("2026-11-25T11:00"));
        assertThat(paused.quietlyAfter(at("2026-11-24T10:00"), office)).isEqualTo(at("2026-11-25T09:00"));
    }

    @Test
    void aReopenedClockDoesNotCountTheTimeThatItWasDone() {
        ClockRecord clock = started("2026-11-23T09:00", "PT24H", ClockType.ELAPSED);

        ClockRecord again =
                clock.stop(office, at("2026-11-23T10:00")).reopened(Pause.RESOLVED, office, at("2026-11-26T20:00"));

        assertThat(again.dueAt()).isEqualTo(at("2026-11-27T19:00"));
        assertThat(again.asClock().state(at("2026-11-26T20:00"))).isEqualTo(State.RUNNING);
        assertThat(again.counting().pauses()).extracting(Pause::reason).containsExactly(Pause.RESOLVED);
    }

    @Test
    void aClockThatWasLateWhenItStoppedIsStillMissedWhenItIsReopened() {
        ClockRecord late =
                started("2026-11-23T09:00", "PT2H", ClockType.BUSINESS).stop(office, at("2026-11-23T15:00"));

        ClockRecord again = late.reopened(Pause.RESOLVED, office, at("2026-11-24T09:00"));

        assertThat(again.dueAt()).isEqualTo(at("2026-11-23T11:00"));
        assertThat(again.asClock().state(at("2026-11-24T09:00"))).isEqualTo(State.MISSED);
    }

    @Test
    void stoppingEndsAPause() {
        ClockRecord stopped = paused(
                        started("2026-11-23T09:00", "PT8H", ClockType.BUSINESS), "2026-11-23T11:00", "2026-11-25T11:00")
                .stop(office, at("2026-11-23T15:00"));

        assertThat(stopped.dueAt()).isEqualTo(at("2026-11-24T12:00"));
        assertThat(stopped.asClock().state(at("2026-11-24T11:00"))).isEqualTo(State.MET);
    }

    @Test
    void whatWasToldIsToldAgainInOpeningHoursUntilSomebodyAcknowledgesIt() {
        ClockRecord missed = told(
                ClockRecord.start(
                        "C-2026-000001",
                        ClockId.RESOLUTION,
                        start("PT2H", ClockType.BUSINESS, List.of(AGAIN, Threshold.once(500))),
                        at("2026-11-23T13:00"),
                        office),
                100,
                "2026-11-23T15:00");
        assertThat(missed.nextNoticeAt()).isEqualTo(at("2026-11-24T10:00"));

        ClockRecord again = told(missed, 100, "2026-11-24T10:00");
        assertThat(again.telling().repetitions()).isEqualTo(1);

        ClockRecord known = again.acknowledged(office, at("2026-11-24T10:30"));
        assertThat(known.telling().isAcknowledged()).isTrue();
        assertThat(known.nextNoticeAt()).isEqualTo(at("2026-11-24T15:00"));
        assertThat(told(known, 500, "2026-11-24T15:00").nextNoticeAt()).isNull();
    }

    @Test
    void onlyADecisionMakesAClockDueLaterAndItIsToldAnew() {
        ClockRecord missed = told(started("2026-11-23T09:00", "PT2H", ClockType.BUSINESS), 100, "2026-11-23T11:00");

        ClockRecord longer = missed.decided(Limit.of("PT8H", ClockType.BUSINESS), office, at("2026-11-23T14:00"));

        assertThat(longer.dueAt()).isEqualTo(at("2026-11-23T18:00"));
        assertThat(longer.nextNoticeAt()).isEqualTo(at("2026-11-23T16:00"));
    }

    @Test
    void afterTheLastThresholdNothingIsLeftToTell() {
        ClockRecord missed = told(started("2026-11-23T09:00", "PT2H", ClockType.BUSINESS), 100, "2026-11-23T11:00");

        assertThat(missed.nextNoticeAt()).isNull();
        assertThat(missed.asClock().timerAt()).isEqualTo(DeadlineClock.NEVER);
    }

    @Test
    void aClockIsRunningMissedMetOrLate() {
        ClockRecord clock = started("2026-11-23T09:00", "PT2H", ClockType.BUSINESS);

        assertThat(clock.asClock().state(at("2026-11-23T10:59"))).isEqualTo(State.RUNNING);
        assertThat(clock.asClock().state(at("2026-11-23T11:00"))).isEqualTo(State.MISSED);
        assertThat(clock.stop(office, at("2026-11-23T11:00")).asClock().state(at("2026-11-24T11:00")))
                .isEqualTo(State.MET);
        assertThat(clock.stop(office, at("2026-11-23T11:01")).asClock().state(at("2026-11-24T11:00")))
                .isEqualTo(State.LATE);
    }

    @Test
    void pausingAgainForAReasonBringsNoMoreTimeThanItsMaximum() {
        PauseRule rule = new PauseRule("waiting", Set.of(), Limit.of("PT6H", ClockType.BUSINESS));
        ClockRecord clock = started("2026-11-23T09:00", "PT8H", ClockType.BUSINESS);
        assertThat(rule.latestEnd(clock.counting(), at("2026-11-23T10:00"), office))
                .isEqualTo(at("2026-11-23T17:00"));

        // two of the six hours are used
        Counting once =
                clock.counting().pausedFor(new Pause(at("2026-11-23T10:00"), at("2026-11-23T12:00"), "waiting"));
        assertThat(rule.latestEnd(once, at("2026-11-23T14:00"), office)).isEqualTo(at("2026-11-23T18:00"));

        Counting twice = once.pausedFor(new Pause(at("2026-11-23T14:00"), at("2026-11-23T18:00"), "waiting"));
        assertThat(rule.latestEnd(twice, at("2026-11-24T14:00"), office)).isBefore(at("2026-11-24T14:00"));
        assertThat(new PauseRule("other", Set.of(), rule.max()).latestEnd(twice, at("2026-11-24T09:00"), office))
                .isEqualTo(at("2026-11-24T16:00"));
    }

    @Test
    void whatIsKeptInOneLineIsReadAsItWas() {
        List<Threshold> thresholds = List.of(
                Threshold.once(50),
                new Threshold(80, List.of("owner", "managers"), Limit.of("P1D", ClockType.BUSINESS), false),
                AGAIN,
                new Threshold(150, List.of(), null, true));
        List<Pause> pauses = List.of(
                new Pause(at("2026-11-23T10:00"), at("2026-11-23T12:00").plusNanos(123_000), "waiting-for-customer"),
                new Pause(at("2026-11-24T10:00"), at("2026-11-24T12:00"), Pause.RESOLVED));

        assertThat(Threshold.read(Threshold.write(thresholds))).isEqualTo(thresholds);
        assertThat(Pause.read(Pause.write(pauses))).isEqualTo(pauses);
        assertThat(Pause.read("")).isEmpty();
        assertThat(Threshold.read("")).isEmpty();
    }

    @Test
    void aClockIsNamedByItsKindAndWhatItIsAbout() {
        assertThat(ClockId.parse("promise.12")).isEqualTo(ClockId.of(ClockKind.PROMISE, 12));
        assertThat(ClockId.RESOLUTION).hasToString("resolution");
        assertThat(ClockId.find("promise. or 1=1")).isEmpty();
        assertThat(ClockId.find("RESOLUTION")).isEmpty();
        assertThat(List.of(ClockId.of(ClockKind.PROMISE, 2), ClockId.of(ClockKind.PROMISE, 12), ClockId.RESOLUTION))
                .isSortedAccordingTo((one, other) -> one.kind() == other.kind() ? one.compareTo(other) : 0);
        assertThat(ClockId.of(ClockKind.PROMISE, 2)).isLessThan(ClockId.of(ClockKind.PROMISE, 12));
    }

    @Test
    void aTimerIsNeverBeforeTheInstantThatItIsFor() {
        Instant exact = at("2026-11-23T10:00");

        assertThat(Moments.forTimer(exact)).isEqualTo(exact);
        assertThat(Moments.forTimer(exact.plus(Duration.ofNanos(1000)))).isEqualTo(exact.plusMillis(1));
    }

    @Test
    void aShareThatIsNoneIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Threshold.once(0));
    }

    private ClockRecord started(String local, String limit, ClockType type) {
        return ClockRecord.start("C-2026-000001", ClockId.RESOLUTION, start(limit, type, ONCE), at(local), office);
    }

    private static ClockStart start(String limit, ClockType type, List<Threshold> thresholds) {
        return new ClockStart(Limit.of(limit, type), Instant.EPOCH, null, null, thresholds);
    }

    private ClockRecord told(ClockRecord clock, int percent, String local) {
        Threshold threshold = clock.telling().thresholds().stream()
                .filter(each -> each.percent() == percent)
                .findFirst()
                .orElseThrow();
        return clock.told(threshold, office, at(local));
    }

    private ClockRecord under(ClockRecord clock, String limit, ClockType type, String local) {
        return clock.under(Limit.of(limit, type), ONCE, office, at(local));
    }

    private ClockRecord paused(ClockRecord clock, String from, String to) {
        return clock.paused(new Pause(at(from), at(to), "waiting-for-customer"), office, at(from));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
