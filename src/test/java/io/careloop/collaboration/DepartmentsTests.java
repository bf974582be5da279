package io.careloop.collaboration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.collaboration.Branch.State;
import io.careloop.engine.Attempts;
import io.careloop.engine.MovableClock;
import io.careloop.resolution.ServiceRequests;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.assertj.core.data.TemporalUnitOffset;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Departments at work on one case, with all services and PostgreSQL. */
@CareloopTest
class DepartmentsTests {

    private static final Instant MONDAY = Instant.parse("2027-03-01T02:00:00Z");

    private static final TemporalUnitOffset A_MINUTE = within(1, ChronoUnit.MINUTES);

    @Autowired
    CaseWalk walk;

    @Autowired
    Departments departments;

    @Autowired
    Collaborations collaborations;

    @Autowired
    ServiceRequests requests;

    @Autowired
    Timeline timeline;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identity;

    @Autowired
    RuntimeService runtime;

    @Autowired
    MovableClock clock;

    @Autowired
    Attempts attempts;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void itIsMondayMorning() {
        clock.moveTo(MONDAY);
    }

    @AfterEach
    void nobodyIsSignedIn() {
        identity.clearAuthentication();
    }

    @Test
    void threeDepartmentsAnswerForThemselvesAndTheCaseHasAllAnswers() {
        CaseReference reference = walk.triaged("three@example.org", "My parcel has not arrived");
        ask(reference, "technology", "logistics", "billing");

        reply(
                reference,
                "technology",
                "technician",
                Map.of("replyText", "answered", "wordsText", "The label was unreadable"));
        reply(reference, "logistics", "logistics", Map.of("replyText", "answered", "wordsText", "It lies in Wuhan"));
        reply(reference, "billing", "billing", Map.of("replyText", "answered", "wordsText", "Nothing was charged"));
        walk.runJobs(reference);

        assertThat(collaborations.branchesOf(reference))
                .extracting(Branch::department, Branch::state, Branch::answer)
                .containsExactly(
                        tuple("technology", State.ANSWERED, "The label was unreadable"),
                        tuple("logistics", State.ANSWERED, "It lies in Wuhan"),
                        tuple("billing", State.ANSWERED, "Nothing was charged"));
        assertThat(collaborations.open(reference)).isEmpty();
        assertThat(task(reference, "Activity_CoordinateDepartments")).isEmpty();
        assertThat(kinds(reference)).contains(Kind.DEPARTMENT_ASKED, Kind.DEPARTMENT_ANSWERED, Kind.COORDINATOR_CALLED);
    }

    @Test
    void aDepartmentHasItsOwnLimitAndKeepsItWhileTheOwnerAnswers() {
        CaseReference reference = walk.triaged("limit@example.org", "My parcel has not arrived");
        ask(reference, "technology");
        assertThat(branch(reference, "technology").dueAt()).isCloseTo(in(24), A_MINUTE);

        clock.moveTo(in(1));
        reply(reference, "technology", "technician", Map.of("replyText", "asked-back", "wordsText", "Which number?"));
        assertThat(branch(reference, "technology").state()).isEqualTo(State.ASKED_BACK);
        clock.moveTo(in(3));
        walk.submit(reference, "Activity_AnswerDepartment", Map.of("wordsText", "4711"));

        assertThat(branch(reference, "technology").state()).isEqualTo(State.WITH_DEPARTMENT);
        // one of the two hours that the question lay with the owner was a break for everybody
        assertThat(branch(reference, "technology").dueAt()).isCloseTo(in(25), A_MINUTE);
        assertThat(taskOf(reference, "technology").getDueDate().toInstant()).isCloseTo(in(25), A_MINUTE);
        assertThat(historyOf(reference, "technology")).contains("Which number&#63;", "4711");
    }

    @Test
    void halfOfTheLimitBringsACoordinatorAndTheEndOfItIsOnRecord() {
        CaseReference reference = walk.triaged("half@example.org", "My parcel has not arrived");
        ask(reference, "technology");
        assertThat(task(reference, "Activity_CoordinateDepartments")).isEmpty();

        walk.runJob(reference, "Event_HalfOfLimit");
        assertThat(task(reference, "Activity_CoordinateDepartments")).hasSize(1);
        assertThat(clock.instant()).isCloseTo(in(5), A_MINUTE);
        walk.runJob(reference, "Event_LimitOver");

        assertThat(branch(reference, "technology").late()).isTrue();
        assertThat(kinds(reference)).contains(Kind.COORDINATOR_CALLED, Kind.DEPARTMENT_LATE);
        reply(reference, "technology", "technician", Map.of("replyText", "answered", "wordsText", "Repaired"));
        assertThat(holds(branch(reference, "technology"))).containsExactly("technology DEPARTMENT_ANSWERED late 8 h");
    }

    @Test
    void theSecondHandBackGoesToACoordinatorWhoSettlesIt() {
        CaseReference reference = walk.triaged("bounce@example.org", "My parcel has not arrived");
        ask(reference, "technology");

        reply(reference, "technology", "technician", Map.of("replyText", "handed-back", "wordsText", "Not ours"));
        walk.submit(
                reference,
                "Activity_DecideOnQuestion",
                Map.of("decisionText", "again", "wordsText", "It is, see the label"));
        reply(reference, "technology", "technician", Map.of("replyText", "handed-back", "wordsText", "Still not ours"));

        assertThat(branch(reference, "technology").state()).isEqualTo(State.WITH_COORDINATOR);
        assertThat(branch(reference, "technology").handBacks()).isEqualTo(2);
        assertThat(task(reference, "Activity_DecideOnQuestion")).isEmpty();
        walk.submit(
                reference,
                "Activity_SettleQuestion",
                Map.of("decisionText", "move", "otherDepartmentText", "logistics", "wordsText", "They packed it"));
        assertThat(branch(reference, "logistics").state()).isEqualTo(State.WITH_DEPARTMENT);
        assertThat(taskOf(reference, "logistics")).isNotNull();
        assertThat(holds(branch(reference, "logistics")))
                .startsWith("technology DEPARTMENT_HANDED_BACK 0 h", "technology DEPARTMENT_HANDED_BACK 0 h");
    }

    @Test
    void aHandBackNeedsAReason() {
        CaseReference reference = walk.triaged("reason@example.org", "My parcel has not arrived");
        ask(reference, "technology");

        assertThatThrownBy(() -> reply(
                        reference, "technology", "technician", Map.of("replyText", "handed-back", "wordsText", " ")))
                .hasMessageContaining("Please give a reason.");

        assertThat(branch(reference, "technology").state()).isEqualTo(State.WITH_DEPARTMENT);
    }

    @Test
    void aDepartmentBringsInAnotherAndGoesOnItself() {
        CaseReference reference = walk.triaged("join@example.org", "My parcel has not arrived");
        ask(reference, "technology");

        reply(
                reference,
                "technology",
                "technician",
                Map.of(
                        "replyText",
                        "brought-in",
                        "otherDepartmentText",
                        "logistics",
                        "wordsText",
                        "Where was it packed?"));

        assertThat(taskOf(reference, "technology")).isNotNull();
        assertThat(taskOf(reference, "logistics")).isNotNull();
        assertThat(branch(reference, "logistics").askedBy()).isEqualTo("technician");
        assertThat(task(reference, "Activity_CoordinateDepartments")).hasSize(1);
        reply(
                reference,
                "technology",
                "technician",
                Map.of("replyText", "answered", "wordsText", "The box is too thin"));
        walk.runJobs(reference);
        assertThat(collaborations.open(reference)).isPresent();
        reply(reference, "logistics", "logistics", Map.of("replyText", "answered", "wordsText", "In Wuhan"));
        walk.runJobs(reference);
        assertThat(collaborations.open(reference)).isEmpty();
        assertThat(task(reference, "Activity_CoordinateDepartments")).isEmpty();
    }

    @Test
    void aCoordinatorMovesExtendsAndEndsQuestions() {
        CaseReference reference = walk.triaged("bridge@example.org", "My parcel has not arrived");
        ask(reference, "technology", "billing");
        assertThat(walk.formOf(reference, "Activity_CoordinateDepartments")
                        .get("branchList")
                        .toString())
                .contains("1 · Technology", "2 · Billing");

        coordinate(
                reference,
                Map.of("actionText", "extend", "numberText", "1", "hoursText", "3", "wordsText", "A part is missing"));
        assertThat(branch(reference, "technology").dueAt()).isCloseTo(in(28), A_MINUTE);
        assertThat(taskOf(reference, "technology").getDueDate().toInstant()).isCloseTo(in(28), A_MINUTE);
        coordinate(
                reference,
                Map.of(
                        "actionText",
                        "move",
                        "numberText",
                        "2",
                        "otherDepartmentText",
                        "legal",
                        "wordsText",
                        "It is about the law"));
        assertThat(taskOf(reference, "billing")).isNull();
        assertThat(taskOf(reference, "legal")).isNotNull();
        coordinate(
                reference,
                Map.of("actionText", "drop", "numberText", "2", "wordsText", "The customer has the invoice"));
        assertThat(taskOf(reference, "legal")).isNull();
        assertThat(branch(reference, "legal").state()).isEqualTo(State.DROPPED);
        coordinate(reference, Map.of("actionText", "arranged"));

        assertThat(task(reference, "Activity_CoordinateDepartments")).isEmpty();
        assertThat(taskOf(reference, "technology")).isNotNull();
    }

    @Test
    void aTaskForceEndsWithMinutesThatAreKept() {
        CaseReference reference = walk.triaged("force@example.org", "My parcel has not arrived");
        departments.ask(reference, questions("technology", "quality"), true, "agent");
        reply(reference, "technology", "technician", Map.of("replyText", "answered", "wordsText", "Weak seam"));
        reply(reference, "quality", "quality", Map.of("replyText", "answered", "wordsText", "Batch 7"));
        walk.runJobs(reference);

        assertThatThrownBy(() -> walk.submit(reference, "Activity_WriteMinutes", Map.of("minutesText", "")))
                .hasMessageContaining("Please write the minutes");
        walk.submit(reference, "Activity_WriteMinutes", Map.of("minutesText", "Batch 7 is called back"));

        assertThat(collaborations.open(reference)).isEmpty();
        assertThat(collaborations.of(reference))
                .extracting(Collaboration::minutes)
                .containsExactly("Batch 7 is called back");
        assertThat(kinds(reference)).contains(Kind.TASK_FORCE_CALLED, Kind.MINUTES_WRITTEN);
    }

    @Test
    void aDepartmentThatIsAskedLaterJoinsAndTheSameOneIsNotAskedTwice() {
        CaseReference reference = walk.triaged("later@example.org", "My parcel has not arrived");
        ask(reference, "technology");

        ask(reference, "billing");

        assertThat(collaborations.of(reference)).hasSize(1);
        assertThat(taskOf(reference, "billing")).isNotNull();
        assertThat(departments.ask(reference, questions("billing"), false, "agent"))
                .isEqualTo(new Collaborations.Outcome.Refused("department-asked-already"));
    }

    @Test
    void whoeverTakesTheRequestBackEndsTheQuestions() {
        CaseReference reference = walk.triaged("back@example.org", "My parcel has not arrived");
        ask(reference, "technology");

        requests.withdraw(reference, "customer");

        assertThat(branch(reference, "technology").state()).isEqualTo(State.DROPPED);
        assertThat(collaborations.open(reference)).isEmpty();
        assertThat(walk.tasks(reference)).isEmpty();
    }

    @Test
    void aConfirmedCaseIsClosedByItselfWhenTheLastDepartmentIsDone() {
        CaseReference reference = walk.resolved("held@example.org", "My parcel has not arrived");
        ask(reference, "technology");
        walk.call(reference, Map.of("outcomeText", "solved", "noteText", "all fine", "wordText", "convenient"));

        assertThat(walk.file(reference).status()).isEqualTo(CaseStatus.RESOLVED);
        assertThat(kinds(reference)).contains(Kind.CLOSING_HELD_UP);
        reply(reference, "technology", "technician", Map.of("replyText", "answered", "wordsText", "Nothing else"));
        assertThat(walk.file(reference).status()).isEqualTo(CaseStatus.RESOLVED);
        walk.runJobs(reference);

        assertThat(walk.file(reference).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference.value())
                        .count())
                .isZero();
    }

    @Test
    void aKindOfCaseThatNeedsSeveralDepartmentsAsksThemFromTheStart() {
        CaseReference reference = walk.triaged("routed@example.org", "I cannot log in and there is smoke");

        assertThat(collaborations.branchesOf(reference))
                .extracting(Branch::department, Branch::askedBy)
                .containsExactly(tuple("experts", "system"), tuple("quality", "system"));
        assertThat(taskOf(reference, "experts")).isNotNull();
        assertThat(walk.task(reference, "Activity_AnalyseRequest")).isNotNull();
    }

    @Test
    void whatADepartmentSawIsOnRecordOnce() {
        CaseReference reference = walk.triaged("looked@example.org", "My parcel has not arrived");
        ask(reference, "technology");
        identity.setAuthentication("technician", List.of("technology"));

        historyOf(reference, "technology");
        historyOf(reference, "technology");

        assertThat(kinds(reference)).containsOnlyOnce(Kind.DEPARTMENT_LOOKED);
    }

    @Test
    void departmentsThatAnswerInTheSameMomentDoNotStandInEachOthersWay() throws Exception {
        CaseReference reference = walk.triaged("race@example.org", "My parcel has not arrived");
        ask(reference, "technology", "logistics", "billing", "quality");
        CountDownLatch ready = new CountDownLatch(4);

        List<CompletableFuture<Void>> answers = Stream.of("technology", "logistics", "billing", "quality")
                .map(department -> CompletableFuture.runAsync(() -> {
                    String task = taskOf(reference, department).getId();
                    ready.countDown();
                    await(ready);
                    forms.submitTaskForm(task, Map.of("replyText", "answered", "wordsText", department + " is done"));
                }))
                .toList();
        answers.forEach(CompletableFuture::join);
        walk.runJobs(reference);

        assertThat(collaborations.branchesOf(reference))
                .extracting(Branch::state)
                .containsOnly(State.ANSWERED);
        assertThat(collaborations.open(reference)).isEmpty();
    }

    @Test
    void departmentsThatAreAskedFromTwoSidesAtOnceJoinOneCollaboration() throws Exception {
        CaseReference reference = walk.triaged("sides@example.org", "My parcel has not arrived");
        CountDownLatch ready = new CountDownLatch(2);

        Stream.of("technology", "billing")
                .map(department -> CompletableFuture.runAsync(() -> {
                    ready.countDown();
                    await(ready);
                    attempts.inTransaction(() -> departments.ask(reference, questions(department), false, "agent"));
                }))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(collaborations.of(reference)).hasSize(1);
        assertThat(taskOf(reference, "technology")).isNotNull();
        assertThat(taskOf(reference, "billing")).isNotNull();
    }

    @Test
    void everyDepartmentHearsOfItsQuestionAndTheOwnerOfTheAnswer() {
        CaseReference reference = walk.triaged("heard@example.org", "My parcel has not arrived");
        ask(reference, "technology");
        reply(reference, "technology", "technician", Map.of("replyText", "answered", "wordsText", "Repaired"));
        walk.runJobs(reference);

        assertThat(jdbc.sql(
                                "select template, address from notification_outbox where reference = ? and recipient_kind = 'STAFF'")
                        .param(reference.value())
                        .query((row, number) -> row.getString(1) + " " + row.getString(2))
                        .list())
                .contains("department-asked technician@careloop.localhost", "department-done agent@careloop.localhost");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void coordinate(CaseReference reference, Map<String, Object> fields) {
        walk.submit(reference, "Activity_CoordinateDepartments", fields);
    }

    private String historyOf(CaseReference reference, String department) {
        return forms.getTaskFormVariables(taskOf(reference, department).getId())
                .get("branchHistory")
                .toString();
    }

    private List<String> holds(Branch branch) {
        return jdbc.sql(
                        "select department, ending, late, held_seconds from collaboration_hold where branch = ? and until_at is not null order by id")
                .param(branch.id())
                .query((row, number) -> "%s %s%s %d h"
                        .formatted(
                                row.getString(1),
                                row.getString(2),
                                row.getBoolean(3) ? " late" : "",
                                row.getLong(4) / 3600))
                .list();
    }

    private static Instant in(int hours) {
        return MONDAY.plus(Duration.ofHours(hours));
    }

    private static List<Question> questions(String... groups) {
        return Arrays.stream(groups)
                .map(group -> new Question(group, "What does " + group + " say?"))
                .toList();
    }

    private void ask(CaseReference reference, String... groups) {
        assertThat(departments.ask(reference, questions(groups), false, "agent"))
                .isInstanceOf(Collaborations.Outcome.Asked.class);
    }

    /** As the member of the department does it: claim and submit. */
    private void reply(CaseReference reference, String department, String user, Map<String, Object> fields) {
        String task = taskOf(reference, department).getId();
        identity.setAuthentication(user, List.of(department));
        tasks.claim(task, user);
        forms.submitTaskForm(task, fields);
        identity.clearAuthentication();
    }

    private Task taskOf(CaseReference reference, String department) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKey("Activity_AnswerQuestion")
                .taskCandidateGroup(department)
                .includeAssignedTasks()
                .singleResult();
    }

    private List<Task> task(CaseReference reference, String activity) {
        return walk.tasks(reference).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(activity))
                .toList();
    }

    private Branch branch(CaseReference reference, String department) {
        return collaborations.branchesOf(reference).stream()
                .filter(branch -> branch.department().equals(department))
                .findFirst()
                .orElseThrow();
    }

    private List<Kind> kinds(CaseReference reference) {
        return timeline.of(reference).stream().map(TimelineEntry::kind).toList();
    }
}
