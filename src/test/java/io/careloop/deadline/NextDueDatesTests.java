package io.careloop.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.CaseDueDates;
import io.careloop.cases.CaseReference;
import io.careloop.cases.TimeLeft;
import io.careloop.cases.TimeLeft.Standing;
import io.careloop.engine.MovableClock;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CareloopTest
class NextDueDatesTests {

    @Autowired
    CaseDueDates dueDates;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Clocks clocks;

    @Autowired
    MovableClock clock;

    @Autowired
    CaseWalk walk;

    /** At the weekend two business hours are longer than a day. */
    @BeforeEach
    void onATuesdayMorning() {
        clock.moveTo(Instant.parse("2026-11-24T02:00:00Z"));
    }

    @Test
    void aListShowsTheNearestClockThatStillRuns() {
        CaseReference reference = walk.registered("due-" + UUID.randomUUID() + "@example.org", "My parcel is late");
        CaseDeadlines promised = deadlines.of(reference).orElseThrow();

        assertThat(dueDates.nextDueOf(List.of(reference)))
                .containsEntry(reference, promised.firstResponse().dueAt());

        deadlines.stop(reference, ClockKind.FIRST_RESPONSE);

        assertThat(dueDates.nextDueOf(List.of(reference)))
                .containsEntry(reference, promised.resolution().dueAt());

        deadlines.stop(reference, ClockKind.RESOLUTION);

        assertThat(dueDates.nextDueOf(List.of(reference))).isEmpty();
    }

    @Test
    void aListSaysHowMuchIsLeftAndHowLateACaseIs() {
        CaseReference reference = walk.registered("left-" + UUID.randomUUID() + "@example.org", "My parcel is late");
        Instant due = deadlines.of(reference).orElseThrow().firstResponse().dueAt();

        TimeLeft running = dueDates.timeLeftOf(List.of(reference)).get(reference);

        assertThat(running.standing()).isEqualTo(Standing.RUNNING);
        assertThat(running.business()).isTrue();
        assertThat(running.time()).isPositive().isLessThanOrEqualTo(Duration.ofHours(2));

        clock.moveTo(due.plus(Duration.ofMinutes(20)));
        TimeLeft late = dueDates.timeLeftOf(List.of(reference)).get(reference);

        assertThat(late.standing()).isEqualTo(Standing.LATE);
        assertThat(late.dueAt()).isEqualTo(due);
        assertThat(late.time()).isLessThanOrEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void whatIsPausedIsShownAsPausedWithWhatWasLeft() {
        CaseReference reference = walk.registered("left-" + UUID.randomUUID() + "@example.org", "My parcel is late");
        deadlines.stop(reference, ClockKind.FIRST_RESPONSE);
        Duration before = dueDates.timeLeftOf(List.of(reference)).get(reference).time();

        clocks.pause(reference, ClockId.RESOLUTION, "waiting-for-customer", null, "agent", null);
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(10)));
        TimeLeft paused = dueDates.timeLeftOf(List.of(reference)).get(reference);

        assertThat(paused.standing()).isEqualTo(Standing.PAUSED);
        assertThat(paused.time()).isCloseTo(before, Duration.ofSeconds(30));
    }
}
