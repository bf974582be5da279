package io.careloop.deadline.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import io.careloop.cases.Channel;
import io.careloop.deadline.DeadlineClock;
import io.careloop.deadline.DeadlineClock.State;
import io.careloop.deadline.Deadlines;
import io.careloop.deadline.Pause;
import io.careloop.engine.MovableClock;
import io.careloop.resolution.ServiceRequests;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The clocks of a request that came on a Monday at nine, on the diagram that is shipped. */
@CareloopTest
class DeadlinesOfARequestTests {

    private static final String PARCEL = "My parcel has not arrived";
    private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant MONDAY_NIGHT = Instant.parse("2026-11-23T12:00:00Z");

    @Autowired
    CaseWalk walk;

    @Autowired
    ServiceRequests requests;

    @Autowired
    Deadlines deadlines;

    @Autowired
    RuntimeService runtime;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void itIsMondayMorning() {
        clock.moveTo(MONDAY);
    }

    @Test
    void ownerAndTeamAreWarnedAndThenToldOfTheMiss() {
        CaseReference reference = walk.triaged("slow@example.org", PARCEL);
        ProcessInstance request = request(reference);

        walk.runJob(reference, "Event_FirstResponseNoticeDue");
        assertThat(request).hasPassed("Activity_WarnOfFirstResponse").isWaitingAt("Event_FirstResponseDeadline");

        walk.runJob(reference, "Event_FirstResponseDeadline");
        assertThat(request).hasPassed("Activity_ReportMissedFirstResponse", "Event_FirstResponseMissReported");
    }

    @Test
    void aTimerThatFiresAtNightTellsNobodyBeforeTheMorning() {
        CaseReference reference = walk.triaged("night@example.org", PARCEL);
        ProcessInstance request = request(reference);
        clock.moveTo(MONDAY_NIGHT);

        walk.runJob(reference, "Event_FirstResponseNoticeDue");
        assertThat(request)
                .hasNotPassed("Activity_WarnOfFirstResponse", "Activity_ReportMissedFirstResponse")
                .isWaitingAt("Event_FirstResponseDeadline");

        walk.runJob(reference, "Event_FirstResponseDeadline");
        assertThat(request).hasPassed("Event_FirstResponseMissReported");
    }

    @Test
    void aCaseThatWasWarnedOfEndsWhenItIsClosed() {
        CaseReference reference = walk.triaged("warned@example.org", PARCEL);
        ProcessInstance request = request(reference);
        walk.runJob(reference, "Event_FirstResponseNoticeDue");
        walk.submit(
                reference,
                "Activity_AnalyseRequest",
                Map.of("problemText", "The parcel is lost", "problemClear", "yes"));
        walk.propose(reference, "We send a new one by courier");
        walk.answer(reference, true, null);
        walk.implement(reference);
        walk.answer(reference, true, null);
        walk.call(reference, Map.of("outcomeText", "solved", "noteText", "fine", "wordText", "convenient"));

        assertThat(walk.file(reference).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(request).isEnded();
    }

    @Test
    void aWithdrawalEndsWhatWaitsForADeadlineToo() {
        CaseReference reference = walk.triaged("leaves@example.org", PARCEL);
        ProcessInstance request = request(reference);
        walk.runJob(reference, "Event_FirstResponseNoticeDue");

        assertThat(requests.withdraw(reference, "customer")).isInstanceOf(ServiceRequests.Outcome.Done.class);

        assertThat(request).isEnded();
        assertThat(deadlines.of(reference).orElseThrow().resolution().isRunning())
                .isFalse();
    }

    @Test
    void aProblemThatComesBackIsNotLateForTheTimeInWhichItCountedAsSolved() {
        CaseReference reference = walk.resolved("again@example.org", PARCEL);
        DeadlineClock resolved = resolution(reference);

        walk.call(reference, Map.of("outcomeText", "not-solved", "noteText", "It broke again"));

        DeadlineClock again = resolution(reference);
        Duration solved =
                Duration.between(resolved.stoppedAt(), again.pauses().get(0).to());
        assertThat(solved).isGreaterThan(Duration.ofHours(12));
        assertThat(again.dueAt()).isEqualTo(resolved.dueAt().plus(solved));
        assertThat(again.state(clock.instant())).isEqualTo(State.RUNNING);
        assertThat(walk.task(reference, "Activity_ProposeSolution").getDueDate())
                .isEqualTo(Date.from(again.dueAt()));
        assertThat(walk.job(reference, "Event_ResolutionNoticeDue").getDuedate())
                .isEqualTo(Date.from(again.nextNotice()));

        clock.moveTo(MONDAY.plus(Duration.ofDays(7)));
        walk.runJob(reference, "Event_ResolutionNoticeDue");
        assertThat(request(reference))
                .hasPassed("Event_ResolutionMissReported")
                .hasNotPassed("Activity_WarnOfResolution");
    }

    @Test
    void aClosedCaseThatComesBackHasTheTimeLeftThatItHadWhenItWasSolved() {
        CaseReference reference = walk.closed("return-later@example.org", PARCEL);
        DeadlineClock closed = resolution(reference);
        clock.advance(Duration.ofDays(5));

        requests.reopen(reference, "Broken again", Channel.API, "customer");

        DeadlineClock again = resolution(reference);
        assertThat(Duration.between(clock.instant(), again.dueAt()))
                .isCloseTo(Duration.between(closed.stoppedAt(), closed.dueAt()), Duration.ofSeconds(30));
        assertThat(again.pauses()).extracting(Pause::reason).containsExactly("resolved");
        assertThat(again.isRunning()).isTrue();
        walk.runJob(reference, "Event_ResolutionNoticeDue");
        assertThat(request(reference)).isWaitingAt("Event_ResolutionDeadline");
    }

    private DeadlineClock resolution(CaseReference reference) {
        return deadlines.of(reference).orElseThrow().resolution();
    }

    private ProcessInstance request(CaseReference reference) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("service-request")
                .processInstanceBusinessKey(reference.value())
                .singleResult();
    }
}
