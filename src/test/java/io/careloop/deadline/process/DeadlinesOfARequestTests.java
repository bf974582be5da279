package io.careloop.deadline.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import io.careloop.cases.Channel;
import io.careloop.deadline.ClockId;
import io.careloop.deadline.ClockKind;
import io.careloop.deadline.Clocks;
import io.careloop.deadline.DeadlineClock;
import io.careloop.deadline.DeadlineClock.State;
import io.careloop.deadline.DeadlineProofs;
import io.careloop.deadline.Deadlines;
import io.careloop.deadline.Pause;
import io.careloop.engine.MovableClock;
import io.careloop.resolution.ServiceRequests;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

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
    Clocks clocks;

    @Autowired
    DeadlineProofs proofs;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void itIsMondayMorning() {
        clock.moveTo(MONDAY);
    }

    @Test
    void ownerAndTeamAreWarnedThenToldOfTheMissAndThenTheCaseClimbs() {
        CaseReference reference = walk.triaged("slow@example.org", PARCEL);
        ProcessInstance request = request(reference);

        walk.runJob(reference, "Event_FirstResponseNoticeDue");
        walk.runJob(reference, "Event_FirstResponseDeadline");
        assertThat(request)
                .hasPassed("Activity_WarnOfFirstResponse")
                .hasNotPassed("Activity_ReportMissedFirstResponse")
                .isWaitingAt("Event_FirstResponseDeadline");

        walk.runJob(reference, "Event_FirstResponseDeadline");
        assertThat(request)
                .hasPassed("Activity_ReportMissedFirstResponse")
                .hasNotPassed("Activity_EscalateMissedFirstResponse");

        walk.runJob(reference, "Event_FirstResponseDeadline");
        assertThat(request)
                .hasPassed("Activity_EscalateMissedFirstResponse")
                .isWaitingAt("Event_FirstResponseDeadline");
        assertThat(told(reference)).containsExactly("50 0", "80 0", "100 0", "150 0");
        assertThat(recipients(reference, 50)).hasSize(1).doesNotContain("manager@careloop.localhost");
        assertThat(recipients(reference, 80))
                .containsAll(recipients(reference, 50))
                .hasSizeGreaterThan(1);
        assertThat(recipients(reference, 150))
                .contains("manager@careloop.localhost")
                .doesNotHaveDuplicates();
    }

    private List<String> recipients(CaseReference reference, int percent) {
        return jdbc.sql("select address from notification_outbox where reference = ? and reason like ?")
                .params(reference.value(), "%%/firstResponse/%d/0/%%".formatted(percent))
                .query(String.class)
                .list();
    }

    @Test
    void aMissIsToldAgainInOpeningHoursUntilSomebodyAcknowledgesIt() {
        CaseReference reference = walk.triaged("again-and-again@example.org", PARCEL);
        clock.moveTo(MONDAY.plus(Duration.ofHours(2)).plus(Duration.ofMinutes(5)));
        walk.runJob(reference, "Event_FirstResponseNoticeDue");
        clocks.acknowledge(reference, ClockId.FIRST_RESPONSE, "agent");

        // half the time again has gone by in the lunch break
        walk.runJob(reference, "Event_FirstResponseDeadline");
        assertThat(local(clock.instant())).startsWith("2026-11-23T13:00");
        walk.runJob(reference, "Event_FirstResponseDeadline");
        assertThat(local(clock.instant())).startsWith("2026-11-23T17:00");
        walk.runJob(reference, "Event_FirstResponseDeadline");
        assertThat(local(clock.instant())).startsWith("2026-11-24T13:00");

        assertThat(told(reference)).containsExactly("100 0", "150 0", "150 1", "150 2");
        clocks.acknowledge(reference, ClockId.FIRST_RESPONSE, "agent");
        assertThat(walk.job(reference, "Event_FirstResponseDeadline").getDuedate())
                .isEqualTo(Date.from(DeadlineClock.NEVER));
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
        assertThat(request).hasPassed("Activity_ReportMissedFirstResponse");
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
                Duration.between(resolved.stoppedAt(), last(again.pauses()).to());
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
                .hasPassed("Activity_ReportMissedResolution", "Activity_EscalateMissedResolution")
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
        assertThat(last(again.pauses()).reason()).isEqualTo("resolved");
        assertThat(again.isRunning()).isTrue();
        walk.runJob(reference, "Event_ResolutionNoticeDue");
        assertThat(request(reference)).isWaitingAt("Event_ResolutionDeadline");
    }

    @Test
    void theTimeInEachStageIsMeasuredAndAStageThatComesAgainIsCountedOn() {
        CaseReference reference = walk.analysed("stages@example.org", PARCEL);
        clock.advance(Duration.ofHours(2));
        walk.propose(reference, "We send a new one by courier");
        walk.answer(reference, true, null);
        walk.implement(reference);
        assertThat(stages(reference))
                .containsExactly(
                        "contact stopped",
                        "analysis stopped",
                        "solution stopped",
                        "implementation stopped",
                        "feedback runs");
        Duration solution = worked(reference, "solution");
        assertThat(solution).isCloseTo(Duration.ofHours(2), Duration.ofMinutes(1));

        clock.advance(Duration.ofHours(1));
        walk.answer(reference, false, "It is broken");

        assertThat(stages(reference)).contains("solution runs", "feedback stopped");
        assertThat(worked(reference, "solution")).isCloseTo(solution, Duration.ofMinutes(1));
        assertThat(worked(reference, "feedback")).isCloseTo(Duration.ofHours(1), Duration.ofMinutes(1));
        assertThat(proofs.of(reference).clocks()).allMatch(proofs.of(reference)::isProven);
    }

    private List<String> stages(CaseReference reference) {
        return clocks.of(reference).stream()
                .filter(each -> each.kind() == ClockKind.STAGE)
                .sorted(Comparator.comparing(DeadlineClock::startedAt))
                .map(each -> each.id().subject() + (each.isRunning() ? " runs" : " stopped"))
                .toList();
    }

    private Duration worked(CaseReference reference, String stage) {
        return proofs.of(reference).clocks().stream()
                .filter(proof -> proof.clock().id().toString().equals("stage." + stage))
                .findFirst()
                .orElseThrow()
                .worked();
    }

    /** Percent and repetition of each notice. */
    private List<String> told(CaseReference reference) {
        return jdbc.sql("""
                        select concat_ws(' ', data::jsonb ->> 'percent', data::jsonb ->> 'repetition')
                        from deadline_fact where reference = ? and what = 'told' order by number""").param(reference.value()).query(String.class).list();
    }

    private static String local(Instant instant) {
        return instant.atZone(ZoneId.of("Asia/Shanghai")).toLocalDateTime().toString();
    }

    private static Pause last(List<Pause> pauses) {
        return pauses.get(pauses.size() - 1);
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
