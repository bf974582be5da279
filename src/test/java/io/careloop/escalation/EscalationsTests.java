package io.careloop.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.CaseReference;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.engine.Attempts;
import io.careloop.escalation.Escalations.Outcome;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CareloopTest
class EscalationsTests {

    private static final String PARCEL = "My parcel has not arrived";

    @Autowired
    CaseWalk walk;

    @Autowired
    Escalations escalations;

    @Autowired
    Timeline timeline;

    @Autowired
    Attempts attempts;

    @Test
    void aSecondReasonIsAddedToTheOneThatIsOpen() {
        CaseReference reference = walk.triaged("second.reason@example.org", PARCEL);

        assertThat(escalations.escalate(reference, EscalationReason.BREACH, "system", null))
                .isEqualTo(new Outcome.Opened());
        assertThat(escalations.escalate(reference, EscalationReason.DEMAND, "customer", "Nobody calls"))
                .isEqualTo(new Outcome.Added());
        assertThat(escalations.escalate(reference, EscalationReason.BREACH, "system", null))
                .isEqualTo(new Outcome.Added());

        Escalation open = escalations.open(reference).orElseThrow();
        assertThat(escalations.reasonsOf(open))
                .extracting(GivenReason::reason)
                .containsExactly(EscalationReason.BREACH, EscalationReason.DEMAND);
        assertThat(escalated(reference)).containsExactly("breach", "");
    }

    @Test
    void howeverManyAskAtOnceOneIsOpened() throws Exception {
        CaseReference reference = walk.triaged("all.at.once@example.org", PARCEL);
        ExecutorService people = Executors.newFixedThreadPool(4);
        List<Callable<Outcome>> wishes = Stream.of(EscalationReason.values())
                .<Callable<Outcome>>map(reason ->
                        () -> attempts.inTransaction(() -> escalations.escalate(reference, reason, "system", null)))
                .toList();

        List<Future<Outcome>> outcomes = people.invokeAll(wishes);

        people.shutdown();
        assertThat(outcomes).extracting(Future::get).containsOnlyOnce(new Outcome.Opened());
        assertThat(escalations.of(reference)).hasSize(1);
        assertThat(escalated(reference)).hasSize(EscalationReason.values().length);
    }

    @Test
    void aCaseThatIsOverDoesNotClimb() {
        CaseReference reference = walk.closed("over.climbs@example.org", PARCEL);

        assertThat(escalations.escalate(reference, EscalationReason.DEMAND, "customer", null))
                .isEqualTo(new Outcome.Refused("escalation-case-is-over"));
        assertThat(escalations.of(reference)).isEmpty();
    }

    private List<String> escalated(CaseReference reference) {
        return timeline.of(reference).stream()
                .filter(entry -> entry.kind() == Kind.ESCALATED)
                .map(TimelineEntry::text)
                .toList();
    }
}
