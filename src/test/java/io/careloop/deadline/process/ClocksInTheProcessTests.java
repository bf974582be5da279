package io.careloop.deadline.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.cases.ContactDetails;
import io.careloop.cases.NewCase;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.cases.Urgency;
import io.careloop.deadline.CaseDeadlines;
import io.careloop.deadline.ClockKind;
import io.careloop.deadline.DeadlineClock;
import io.careloop.deadline.DeadlineClock.State;
import io.careloop.deadline.Deadlines;
import io.careloop.engine.MovableClock;
import io.careloop.support.CareloopTest;
import io.careloop.support.ScratchModels;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A case of Friday, half past five in the afternoon, whose process is only what its clocks touch. */
@CareloopTest
class ClocksInTheProcessTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant FRIDAY = at("2026-11-20T17:30");

    @Autowired
    CaseFiles cases;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Timeline timeline;

    @Autowired
    MovableClock clock;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    private Deployment models;
    private CaseReference reference;
    private ProcessInstance request;

    @BeforeEach
    void aCaseOfFridayAfternoon() {
        models = ScratchModels.unchecked(() -> repository
                .createDeployment()
                .addClasspathResource("deadline/service-request.bpmn")
                .deploy());
        clock.moveTo(FRIDAY);
        reference = cases.register(new NewCase(
                        Channel.API,
                        new ContactDetails("Ann", "ann@example.org", null, Locale.ENGLISH),
                        null,
                        "It is broken",
                        Urgency.NORMAL,
                        null,
                        null,
                        null,
                        "agent",
                        null))
                .reference();
        request = runtime.createProcessInstanceQuery()
                .processDefinitionKey("service-request")
                .processInstanceBusinessKey(reference.value())
                .singleResult();
    }

    @AfterEach
    void noTraceIsLeft() {
        identity.clearAuthentication();
        if (!cases.get(reference).status().isOver()) {
            cases.withdrawn(reference, "agent");
        }
        repository.deleteDeployment(models.getId(), true);
    }

    @Test
    void aNewCaseIsDueAfterTwoBusinessHoursAndAfterADay() {
        CaseDeadlines both = deadlines.of(reference).orElseThrow();

        assertMinute(both.firstResponse().dueAt(), "2026-11-23T10:30");
        assertMinute(both.resolution().dueAt(), "2026-11-21T17:30");
        assertMinute(both.resolution().nextNotice(), "2026-11-23T09:00");
        assertThat(both.firstResponse().startedAt())
                .isEqualTo(cases.get(reference).registeredAt());
        assertThat(kinds()).containsOnlyOnce(Kind.DEADLINE_SET);
    }

    @Test
    void triageMovesVariablesTimersAndTasksTogetherFromWithinTheProcess() {
        cases.classify(reference, "agent", "technical", "urgent", "technology");
        Task untouched = task("Activity_Unrelated");

        tasks.complete(task("Activity_Triage").getId());

        CaseDeadlines both = deadlines.of(reference).orElseThrow();
        assertMinute(both.firstResponse().dueAt(), "2026-11-23T09:30");
        assertMinute(both.resolution().dueAt(), "2026-11-21T05:30");
        assertThat(request)
                .variables()
                .containsEntry(
                        "firstResponseDue", Date.from(both.firstResponse().dueAt()))
                .containsEntry("resolutionDue", Date.from(both.resolution().dueAt()))
                .containsEntry(
                        "firstResponseNotice", Date.from(both.firstResponse().nextNotice()))
                .containsEntry("resolutionNotice", Date.from(both.resolution().nextNotice()));
        assertThat(task("Activity_Answer").getDueDate())
                .isEqualTo(Date.from(both.firstResponse().dueAt()));
        assertThat(task("Activity_Analyse").getDueDate())
                .isEqualTo(Date.from(both.firstResponse().dueAt()));
        assertThat(task("Activity_Solve").getDueDate())
                .isEqualTo(Date.from(both.resolution().dueAt()));
        assertThat(task("Activity_Unrelated").getDueDate()).isEqualTo(untouched.getDueDate());
        assertThat(timer("Event_FirstResponseNoticeDue").getDuedate())
                .isEqualTo(Date.from(both.firstResponse().nextNotice()));
        assertThat(timer("Event_ResolutionNoticeDue").getDuedate())
                .isEqualTo(Date.from(both.resolution().nextNotice()));
    }

    @Test
    void whatAPersonWithoutRightsInTheEngineDoesMovesTheTimersToo() {
        identity.setAuthentication("agent", List.of("agents"));

        cases.firstResponseGiven(reference);

        assertThat(identity.getCurrentAuthentication().getUserId()).isEqualTo("agent");
        identity.clearAuthentication();
        assertThat(timer("Event_FirstResponseNoticeDue").getDuedate()).isEqualTo(Date.from(DeadlineClock.NEVER));
        assertThat(timer("Event_ResolutionNoticeDue").getDuedate())
                .isEqualTo(Date.from(
                        deadlines.of(reference).orElseThrow().resolution().nextNotice()));
    }

    @Test
    void theFirstAnswerInTimeStopsTheFirstClock() {
        clock.moveTo(at("2026-11-23T09:10"));
        cases.firstResponseGiven(reference);
        deadlines.stop(reference, ClockKind.FIRST_RESPONSE);

        DeadlineClock answered = deadlines.of(reference).orElseThrow().firstResponse();
        assertThat(answered.stoppedAt()).isEqualTo(cases.get(reference).firstResponseAt());
        assertThat(answered.state(clock.instant())).isEqualTo(State.MET);
        assertThat(kinds()).containsOnlyOnce(Kind.DEADLINE_MET).doesNotContain(Kind.DEADLINE_MISSED);
    }

    @Test
    void staffAreWarnedOnceAndToldOnceThatItWasMissed() {
        clock.moveTo(at("2026-11-23T10:00"));
        fire("Event_FirstResponseNoticeDue");

        assertThat(request).isWaitingAt("Event_FirstResponseDeadline");
        assertMinute(timer("Event_FirstResponseDeadline").getDuedate().toInstant(), "2026-11-23T10:06");

        clock.moveTo(at("2026-11-23T10:31"));
        fire("Event_FirstResponseDeadline");

        assertThat(request).hasPassed("Event_FirstResponseMissReported");
        assertThat(kinds()).containsOnlyOnce(Kind.DEADLINE_NEAR, Kind.DEADLINE_MISSED);
        assertMinute(deadlines.of(reference).orElseThrow().firstResponse().nextNotice(), "2026-11-23T11:30");
        cases.firstResponseGiven(reference);
        assertThat(kinds()).containsOnlyOnce(Kind.DEADLINE_MISSED).doesNotContain(Kind.DEADLINE_MET);
    }

    @Test
    void aDueDateThatPassedOutsideOpeningHoursIsToldAsMissedWithoutAWarningBefore() {
        clock.moveTo(at("2026-11-23T09:00:30"));
        fire("Event_ResolutionNoticeDue");

        assertThat(request).hasPassed("Event_ResolutionMissReported");
        assertThat(kinds()).contains(Kind.DEADLINE_MISSED).doesNotContain(Kind.DEADLINE_NEAR);
        assertThat(entry(Kind.DEADLINE_MISSED).text()).contains("resolution", "2026-11-21 17:30 ");
    }

    @Test
    void aWarningThatWaitedMovesWithAShorterDeadlineAndComesAgain() {
        clock.moveTo(at("2026-11-23T10:00"));
        fire("Event_FirstResponseNoticeDue");
        cases.classify(reference, "agent", "complaint", "normal", "complaints");

        deadlines.reassess(reference);

        clock.moveTo(at("2026-11-23T10:01"));
        fire("Event_FirstResponseDeadline");
        assertThat(request).hasPassed("Event_FirstResponseMissReported");
        assertThat(entry(Kind.DEADLINE_MISSED).text()).contains("first response", "2026-11-23 09:30 ");
    }

    @Test
    void aTimerThatFiresAtNightWaitsForTheMorning() {
        clock.moveTo(at("2026-11-23T20:00"));
        fire("Event_FirstResponseNoticeDue");

        assertThat(request).isWaitingAt("Event_FirstResponseDeadline");
        assertThat(kinds()).doesNotContain(Kind.DEADLINE_NEAR, Kind.DEADLINE_MISSED);
        assertThat(timer("Event_FirstResponseDeadline").getDuedate()).isEqualTo(Date.from(at("2026-11-24T09:00")));
        assertThat(deadlines.of(reference).orElseThrow().firstResponse().nextNotice())
                .isEqualTo(at("2026-11-24T09:00"));

        clock.moveTo(at("2026-11-24T09:00"));
        fire("Event_FirstResponseDeadline");
        assertThat(request).hasPassed("Event_FirstResponseMissReported");
    }

    @Test
    void nothingFiresWhileAClockIsStoppedAndItGoesOnWhenResumed() {
        clock.moveTo(at("2026-11-23T10:00"));
        fire("Event_FirstResponseNoticeDue");

        deadlines.stop(reference, ClockKind.FIRST_RESPONSE);
        assertThat(timer("Event_FirstResponseDeadline").getDuedate()).isEqualTo(Date.from(DeadlineClock.NEVER));

        CaseDeadlines both = deadlines.resume(reference, ClockKind.FIRST_RESPONSE);
        assertThat(both.firstResponse().isRunning()).isTrue();
        assertMinute(timer("Event_FirstResponseDeadline").getDuedate().toInstant(), "2026-11-23T10:06");
    }

    @Test
    void theEndOfACaseLetsWhatWaitsForADeadlineEnd() {
        clock.moveTo(at("2026-11-23T10:00"));
        fire("Event_FirstResponseNoticeDue");

        deadlines.end(reference);
        assertThat(timer("Event_FirstResponseDeadline").getDuedate()).isBeforeOrEqualTo(clock.instant());
        fire("Event_FirstResponseDeadline");

        assertThat(request).hasPassed("Event_FirstResponseNothingToTell");
        assertThat(deadlines.of(reference).orElseThrow().resolution().isRunning())
                .isFalse();
    }

    @Test
    void aCaseWithoutAProcessHasItsClocksOnFileAlone() {
        cases.withdrawn(reference, "agent");
        runtime.deleteProcessInstance(request.getId(), "gone");
        cases.classify(reference, "agent", "complaint", "urgent", "complaints");

        // half an hour later is the very end of Friday, or a moment of Monday
        assertThat(deadlines.reassess(reference).firstResponse().dueAt())
                .isBetween(at("2026-11-20T18:00"), at("2026-11-23T09:00").plusSeconds(30));
    }

    private Task task(String node) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKey(node)
                .singleResult();
    }

    private Job timer(String node) {
        return management
                .createJobQuery()
                .processInstanceId(request.getId())
                .activityId(node)
                .singleResult();
    }

    private void fire(String node) {
        management.executeJob(timer(node).getId());
    }

    private List<Kind> kinds() {
        return timeline.of(reference).stream().map(TimelineEntry::kind).toList();
    }

    private TimelineEntry entry(Kind kind) {
        return timeline.of(reference).stream()
                .filter(entry -> entry.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** The case is registered some moments after the clock was set. */
    private static void assertMinute(Instant actual, String local) {
        assertThat(actual).isBetween(at(local), at(local).plusSeconds(30));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
