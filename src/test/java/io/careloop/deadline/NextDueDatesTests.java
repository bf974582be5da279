package io.careloop.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.CaseDueDates;
import io.careloop.cases.CaseReference;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CareloopTest
class NextDueDatesTests {

    @Autowired
    CaseDueDates dueDates;

    @Autowired
    Deadlines deadlines;

    @Autowired
    CaseWalk walk;

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
}
