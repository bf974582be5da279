package io.careloop.deadline.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.deadline.CaseProof;
import io.careloop.deadline.ClockFact;
import io.careloop.deadline.ClockId;
import io.careloop.deadline.ClockKind;
import io.careloop.deadline.ClockProof;
import io.careloop.deadline.Clocks;
import io.careloop.deadline.DeadlineClock;
import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.deadline.DeadlineClock.State;
import io.careloop.deadline.DeadlineProofs;
import io.careloop.deadline.Deadlines;
import io.careloop.deadline.Limit;
import io.careloop.deadline.Pause;
import io.careloop.deadline.PauseOutcome;
import io.careloop.engine.MovableClock;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A request that came on a Monday at nine in the morning: 24 hours until it should be solved. */
@CareloopTest
class PausesOfACaseTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Autowired
    CaseWalk walk;

    @Autowired
    CaseFiles cases;

    @Autowired
    Clocks clocks;

    @Autowired
    Deadlines deadlines;

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
        clock.moveTo(at("2026-11-23T09:00"));
    }

    @Test
    void oneCaseIsDraggedThroughPausePriorityAndReopeningAndItsDueDateCanBeCountedByHand() {
        CaseReference reference = walk.triaged(address(), "My parcel has not arrived");
        Duration late =
                Duration.between(at("2026-11-23T09:00"), resolution(reference).startedAt());
        assertThat(late).isLessThan(Duration.ofSeconds(30));
        assertDue(reference, "2026-11-24T09:00", late);

        // paused from 10:00 on: five business days at most, until 10:00 a week later; 23 hours are left then
        clock.moveTo(at("2026-11-23T10:00"));
        pause(reference, "waiting-for-third-party", null);
        assertDue(reference, "2026-12-01T09:00", late);
        assertThat(resolution(reference).state(clock.instant())).isEqualTo(State.PAUSED);

        // urgent: of 12 hours one is used, 11 are left at the end of the pause
        clock.moveTo(at("2026-11-23T14:00"));
        cases.classify(reference, "agent", "technical", "urgent", "technology");
        deadlines.reassess(reference);
        assertDue(reference, "2026-11-30T21:00", late);

        // resumed at 16:00 after six hours: due at 21:00 and the six hours
        clock.moveTo(at("2026-11-23T16:00"));
        clocks.resume(reference, ClockId.RESOLUTION, null, "agent");
        assertDue(reference, "2026-11-24T03:00", late);

        // a second pause for the same reason has only what the first left of it
        pause(reference, "waiting-for-third-party", null);
        assertMoment(lastPause(reference).to(), "2026-11-30T10:00");
        clocks.resume(reference, ClockId.RESOLUTION, null, "agent");

        // solved at 18:00, back two days later: 9 hours were left, and are
        clock.moveTo(at("2026-11-23T18:00"));
        deadlines.stop(reference, ClockKind.RESOLUTION);
        assertThat(resolution(reference).state(clock.instant())).isEqualTo(State.MET);
        clock.moveTo(at("2026-11-25T18:00"));
        deadlines.resume(reference, ClockKind.RESOLUTION);
        assertDue(reference, "2026-11-26T03:00", late);
        assertThat(lastPause(reference).reason()).isEqualTo("resolved");
        assertMoment(lastPause(reference).from(), "2026-11-23T18:00");
        assertMoment(lastPause(reference).to(), "2026-11-25T18:00");

        // more time only by a decision, on record with its reason: 20 hours instead of 12
        clocks.decide(
                reference,
                ClockId.RESOLUTION,
                Limit.of("PT20H", ClockType.ELAPSED),
                "manager",
                "Spare part is on its way");
        assertDue(reference, "2026-11-26T11:00", late);
        assertThat(proofs.of(reference).chain().facts().stream()
                        .filter(fact -> fact.clock().equals("resolution")))
                .extracting(ClockFact::what)
                .containsExactly(
                        "started",
                        "paused",
                        "reassessed",
                        "resumed",
                        "paused",
                        "resumed",
                        "stopped",
                        "reopened",
                        "decided");
    }

    @Test
    void askingTheCustomerPausesTheResolutionClockUntilTheyAnswer() {
        CaseReference reference = walk.proposed(address(), "My parcel has not arrived");
        DeadlineClock waiting = resolution(reference);
        assertThat(waiting.state(clock.instant())).isEqualTo(State.PAUSED);
        assertThat(waiting.pauses()).extracting(Pause::reason).containsExactly("waiting-for-customer");

        clock.advance(Duration.ofHours(3));
        walk.answer(reference, true, null);

        DeadlineClock running = resolution(reference);
        Duration paused = Duration.between(
                running.pauses().get(0).from(), running.pauses().get(0).to());
        assertThat(paused).isBetween(Duration.ofHours(3), Duration.ofHours(3).plusSeconds(30));
        assertThat(running.dueAt())
                .isEqualTo(running.startedAt().plus(Duration.ofHours(24)).plus(paused));
        assertThat(running.state(clock.instant())).isEqualTo(State.RUNNING);
        assertThat(walk.task(reference, "Activity_PlanImplementation").getDueDate())
                .isEqualTo(Date.from(running.dueAt()));
        assertProven(reference);
    }

    @Test
    void theClockRunsOnWhenAPersonTakesOver() {
        CaseReference reference = walk.proposed(address(), "My parcel has not arrived");

        walk.runJob(reference, "Event_ReminderDue");
        assertThat(resolution(reference).state(clock.instant())).isEqualTo(State.PAUSED);
        walk.runJob(reference, "Event_PersonDue");

        DeadlineClock running = resolution(reference);
        assertThat(running.pauseAt(clock.instant())).isEmpty();
        assertThat(walk.task(reference, "Activity_GetAnswer").getDueDate()).isEqualTo(Date.from(running.dueAt()));
        assertProven(reference);
    }

    @Test
    void nothingIsToldWhileAClockIsPaused() {
        CaseReference reference = walk.triaged(address(), "My parcel has not arrived");
        clock.moveTo(at("2026-11-23T10:00"));
        pause(reference, "waiting-for-third-party", at("2026-11-26T10:00"));
        assertThat(walk.job(reference, "Event_ResolutionNoticeDue").getDuedate())
                .isAfter(Date.from(at("2026-11-26T10:00")));

        clock.moveTo(at("2026-11-25T11:00"));
        walk.runJob(reference, "Event_FirstResponseNoticeDue");
        ProcessInstance request = runtime.createProcessInstanceQuery()
                .processDefinitionKey("service-request")
                .processInstanceBusinessKey(reference.value())
                .singleResult();
        assertThat(request).hasNotPassed("Activity_WarnOfResolution", "Activity_ReportMissedResolution");
        assertThat(resolution(reference).state(clock.instant())).isEqualTo(State.PAUSED);

        // it ended by itself
        clock.moveTo(at("2026-11-26T10:00:01"));
        assertThat(resolution(reference).state(clock.instant())).isEqualTo(State.RUNNING);
    }

    @Test
    void aPauseIsRefusedWhereItIsNotAllowed() {
        CaseReference reference = walk.triaged(address(), "My parcel has not arrived");

        assertRefused(reference, ClockId.FIRST_RESPONSE, "waiting-for-customer", null, "reason");
        assertRefused(reference, ClockId.RESOLUTION, "lunch", null, "reason");
        assertRefused(reference, ClockId.RESOLUTION, "waiting-for-customer", clock.instant(), "past");
        assertRefused(
                reference,
                ClockId.RESOLUTION,
                "waiting-for-customer",
                clock.instant().plus(Duration.ofDays(30)),
                "too-long");
        pause(reference, "waiting-for-customer", null);
        assertRefused(reference, ClockId.RESOLUTION, "waiting-for-third-party", null, "paused");
        deadlines.end(reference);
        assertRefused(reference, ClockId.RESOLUTION, "waiting-for-customer", null, "stopped");
    }

    @Test
    void anEditOfTheFactsOrOfTheClockShows() {
        CaseReference reference = walk.triaged(address(), "My parcel has not arrived");
        pause(reference, "waiting-for-customer", null);
        clocks.resume(reference, ClockId.RESOLUTION, null, "agent");
        assertProven(reference);

        tamper("update deadline_clock set due_at = due_at + interval '1 hour' where reference = ?", reference);
        assertThat(proofs.of(reference).chain().isIntact()).isTrue();
        assertThat(proofs.of(reference).clocks()).noneMatch(ClockProof::isRecounted);
        tamper("update deadline_clock set due_at = due_at - interval '1 hour' where reference = ?", reference);

        for (String edit : List.of(
                "update deadline_fact set data = replace(data, 'PT24H', 'PT48H') where number = 2 and reference = ?",
                "update deadline_fact set actor = 'someone' where number = 3 and reference = ?",
                "update deadline_fact set what = 'told' where number = 3 and reference = ?",
                "update deadline_fact set clock = 'nothing' where number = 3 and reference = ?",
                "update deadline_fact set data = 'nothing' where number = 2 and reference = ?",
                "update deadline_fact set at = at + interval '1 second' where number = 1 and reference = ?",
                "update deadline_fact set number = number + 100 where number = 4 and reference = ?",
                "delete from deadline_fact where reference = ? and number = (select max(f.number)"
                        + " from deadline_fact f where f.reference = deadline_fact.reference)")) {
            CaseReference other = walk.triaged(address(), "My parcel has not arrived");
            pause(other, "waiting-for-customer", null);
            clocks.resume(other, ClockId.RESOLUTION, null, "agent");
            assertProven(other);

            tamper(edit, other);

            CaseProof proof = proofs.of(other);
            assertThat(proof.chain().isIntact()).as(edit).isFalse();
            assertThat(proof.clocks()).as(edit).noneMatch(proof::isProven);
        }
    }

    private void tamper(String sql, CaseReference reference) {
        assertThat(jdbc.sql(sql).param(reference.value()).update()).isPositive();
    }

    private void pause(CaseReference reference, String reason, Instant until) {
        assertThat(clocks.pause(reference, ClockId.RESOLUTION, reason, until, "agent", "Waits"))
                .isInstanceOf(PauseOutcome.Paused.class);
    }

    private void assertRefused(CaseReference reference, ClockId id, String reason, Instant until, String code) {
        assertThat(clocks.pause(reference, id, reason, until, "agent", null)).isEqualTo(new PauseOutcome.Refused(code));
    }

    private DeadlineClock resolution(CaseReference reference) {
        return deadlines.of(reference).orElseThrow().resolution();
    }

    private Pause lastPause(CaseReference reference) {
        List<Pause> pauses = resolution(reference).pauses();
        return pauses.get(pauses.size() - 1);
    }

    /** The due date of the resolution, its variable and its timer are where they should be, and it is proven. */
    private void assertDue(CaseReference reference, String local, Duration late) {
        DeadlineClock resolution = resolution(reference);
        assertMoment(resolution.dueAt().minus(late), local);
        ProcessInstance request = runtime.createProcessInstanceQuery()
                .processDefinitionKey("service-request")
                .processInstanceBusinessKey(reference.value())
                .singleResult();
        assertThat(request)
                .variables()
                .containsEntry("resolutionDue", Date.from(resolution.dueAt()))
                .containsEntry("resolutionNotice", Date.from(resolution.timerAt()));
        assertThat(walk.job(reference, "Event_ResolutionNoticeDue").getDuedate())
                .isEqualTo(Date.from(resolution.timerAt()));
        assertProven(reference);
    }

    /** The clock goes on while the test runs. */
    private static void assertMoment(Instant actual, String local) {
        assertThat(actual).isCloseTo(at(local), within(10, ChronoUnit.SECONDS));
    }

    private void assertProven(CaseReference reference) {
        CaseProof proof = proofs.of(reference);
        assertThat(proof.clocks()).isNotEmpty().allMatch(proof::isProven);
    }

    private static String address() {
        return UUID.randomUUID() + "@example.org";
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
