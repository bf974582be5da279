package io.careloop.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseMessage;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.cases.Conversation;
import io.careloop.cases.DeadlineMissed;
import io.careloop.cases.RecoveryEnded;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.deadline.WorkingTime;
import io.careloop.engine.Attempts;
import io.careloop.engine.MovableClock;
import io.careloop.followup.Feedback;
import io.careloop.identity.Staff;
import io.careloop.notification.Post;
import io.careloop.recovery.LedgerEntry.State;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import io.careloop.support.MimeText;
import io.careloop.support.TestMail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A customer was let down: what is noticed, and how they are won back. */
@CareloopTest
@RecordApplicationEvents
class RecoveryTests {

    private static final String PARCEL = "My parcel has not arrived";

    @Autowired
    ApplicationEvents happened;

    @Autowired
    CaseWalk walk;

    @Autowired
    Feedback feedback;

    @Autowired
    Recoveries recoveries;

    @Autowired
    Dissatisfaction dissatisfaction;

    @Autowired
    Compensations compensations;

    @Autowired
    Learning learning;

    @Autowired
    Timeline timeline;

    @Autowired
    WorkingTime workingTime;

    @Autowired
    MovableClock clock;

    @Autowired
    IdentityService identity;

    @Autowired
    HistoryService history;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Attempts attempts;

    @Autowired
    Post post;

    @Autowired
    Staff staff;

    @Autowired
    CaseFiles cases;

    @Autowired
    Conversation conversation;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    private final String address = UUID.randomUUID() + "@example.org";

    @AfterEach
    void signOut() {
        identity.clearAuthentication();
    }

    @Test
    void aBadWordBringsAnApologyACompensationAndAQuestionWhetherItIsMadeGood() {
        CaseReference reference = walk.closed(address, PARCEL);
        Instant said = clock.instant();
        feedback.give(reference, "disappointed", null, null);

        Task apology = walk.task(reference, "Activity_Apologise");
        assertThat(apology.getDueDate().toInstant())
                .isBetween(
                        workingTime.plus(said.minusSeconds(1), Duration.ofHours(2)),
                        workingTime.plus(said.plusSeconds(60), Duration.ofHours(2)));
        assertThat(apology.getPriority()).isEqualTo(dissatisfaction.scoreOf(reference));
        assertThat(walk.formOf(reference, "Activity_Apologise").get("failures").toString())
                .contains("disappointed");

        submit(
                "recovery",
                reference,
                "Activity_Apologise",
                Map.of("apologyText", "I am sorry; this was our fault alone."));
        assertThat(walk.task(reference, "Activity_MakeGood").getAssignee()).isEqualTo("recovery");
        identity.setAuthentication("recovery", List.of("recovery"));
        assertThat(walk.formOf(reference, "Activity_MakeGood"))
                .containsEntry("ownLimit", "500&#46;00 CNY")
                .containsKeys("caseGot", "suggestion", "similarCases");
        identity.clearAuthentication();
        submit(
                "recovery",
                reference,
                "Activity_MakeGood",
                Map.of(
                        "fixText",
                        "A courier brings a new one today",
                        "kindText",
                        "voucher",
                        "amountText",
                        "40",
                        "reasonText",
                        "They waited for two weeks"));
        walk.runJob(reference, "Activity_PayCompensation");
        submit("recovery", reference, "Activity_PayByHand", Map.of("outcomeText", "paid", "noteText", "V-17"));
        walk.runJob(reference, "Event_TimeToCheck");
        submit(
                "recovery",
                reference,
                "Activity_CheckWithCustomer",
                Map.of("answerText", "content", "causeText", "delivery-late"));

        Recovery recovery = recoveries.latestOf(reference).orElseThrow();
        assertThat(recovery.ending()).isEqualTo(Recovery.Ending.MADE_GOOD);
        assertThat(recovery.causeCode()).isEqualTo("delivery-late");
        assertThat(happened.stream(RecoveryEnded.class))
                .containsExactly(new RecoveryEnded(reference, "delivery-late", "made-good"));
        assertThat(recovery.owner()).isEqualTo("recovery");
        assertThat(compensations.of(reference)).extracting(LedgerEntry::state).containsExactly(State.PAID);
        assertThat(dissatisfaction.scoreOf(reference)).isZero();
        post.collect();
        assertThat(TestMail.sentTo(address).stream().map(MimeText::plain))
                .anyMatch(mail -> mail.contains("You told us that we disappointed you.")
                        && mail.contains("I am sorry; this was our fault alone."))
                .anyMatch(mail -> mail.contains("Voucher: 40.00 CNY"));
    }

    @Test
    void theCustomerReadsTheApologyInTheirLanguage() {
        CaseReference reference = walk.registered(address, PARCEL, "zh-TW");
        fail(reference, 1);

        submit("recovery", reference, "Activity_Apologise", Map.of("apologyText", "非常抱歉，是我們的疏失，我會負責到底。"));

        post.collect();
        assertThat(TestMail.sentTo(address).stream().map(MimeText::plain))
                .anyMatch(mail -> mail.contains("我們對您做出了承諾，卻沒有兌現。") && mail.contains("是我們的疏失"));
    }

    @Test
    void anApologyHasToBeInOnesOwnWords() {
        CaseReference reference = walk.triaged(address, PARCEL);
        fail(reference, 1);

        assertThatThrownBy(() -> submit("recovery", reference, "Activity_Apologise", Map.of("apologyText", "Sorry.")))
                .hasMessageContaining(
                        "Please apologise in your own words, in a sentence at least. The customer reads it.");
        assertThat(recoveries.openOf(reference).orElseThrow().apology()).isNull();
    }

    @Test
    void theSameFailureStartsOneRecoveryAndAnotherJoinsIt() {
        CaseReference reference = walk.triaged(address, PARCEL);
        Instant due = clock.instant();

        happens(new DeadlineMissed(reference, "firstResponse", due));
        happens(new DeadlineMissed(reference, "firstResponse", due));
        fail(reference, 1);
        fail(reference, 1);

        assertThat(recoveries.of(reference)).hasSize(1);
        assertThat(recoveries.failuresOf(recoveries.openOf(reference).orElseThrow()))
                .containsExactly("breach", "promise-broken");
        assertThat(dissatisfaction.scoreOf(reference)).isEqualTo(60);
        assertThat(walk.task(reference, "Activity_Apologise").getPriority()).isEqualTo(60);
    }

    @Test
    void aLimitThatPassesStartsARecoveryByItself() {
        CaseReference reference = walk.triaged(address, PARCEL);
        walk.runJob(reference, "Event_FirstResponseNoticeDue");
        walk.runJob(reference, "Event_FirstResponseDeadline");
        assertThat(recoveries.of(reference)).isEmpty();

        walk.runJob(reference, "Event_FirstResponseDeadline");

        assertThat(recoveries.failuresOf(recoveries.openOf(reference).orElseThrow()))
                .containsExactly("breach");
        assertThat(walk.task(reference, "Activity_Apologise").getDueDate().toInstant())
                .isAfter(clock.instant());
    }

    @Test
    void beingPassedOnAndLeftInSilenceWeighs() {
        CaseReference reference = walk.triaged(address, PARCEL);
        cases.handOver(reference, "manager", "expert", "on leave");
        cases.moveOn(reference, "system", "experts", "nobody has claimed it");
        happens(new DeadlineMissed(reference, "silence", clock.instant()));
        happens(new DeadlineMissed(reference, "department.2", clock.instant()));

        assertThat(dissatisfaction.of(reference))
                .extracting(Contribution::happening)
                .containsExactly("transfer", "transfer", "wait", "wait");
    }

    /** The table of silence has a notice go out first, and the owner write when that was all that came. */
    @Test
    void aNoticeInTimeIsNoWaitAndSilenceOfTheStaffIsOne() {
        CaseReference reference = walk.triaged(address, PARCEL);

        walk.runJob(reference, "Event_SilenceNoticeDue");
        assertThat(conversation.of(reference)).extracting(CaseMessage::template).endsWith("progress-notice");
        assertThat(dissatisfaction.of(reference)).isEmpty();

        walk.runJob(reference, "Event_SilenceDeadline");
        walk.task(reference, "Activity_WriteToCustomer");
        assertThat(dissatisfaction.of(reference))
                .extracting(Contribution::happening)
                .containsExactly("wait");
    }

    @Test
    void havingToWriteAgainAndUpsetWordsWeigh() {
        CaseReference reference = walk.triaged(address, PARCEL);
        conversation.customerWrote(reference, Channel.EMAIL, null, "Any news?", null);
        conversation.customerWrote(reference, Channel.EMAIL, null, "I am still waiting!", null);

        assertThat(dissatisfaction.of(reference))
                .extracting(Contribution::happening)
                .containsExactly("words", "repeated-contact");
    }

    @Test
    void aWordThatWasChangedCountsOnce() {
        CaseReference reference = walk.resolved(address, PARCEL);
        walk.call(reference, Map.of("outcomeText", "solved", "wordText", "tedious"));
        feedback.give(reference, "disappointed", null, null);

        assertThat(dissatisfaction.scoreOf(reference)).isEqualTo(25);
        assertThat(recoveries.of(reference)).hasSize(1);
    }

    /** The points of all are seen by whoever comes last, and only one sets out. */
    @Test
    void whatHappensAtTheSameMomentAddsUpToOneRecovery() throws Exception {
        CaseReference reference = walk.triaged(address, PARCEL);
        ExecutorService sides = Executors.newFixedThreadPool(8);
        List<Callable<Object>> happenings = IntStream.range(0, 16)
                .<Callable<Object>>mapToObj(number -> () -> attempts.inTransaction(() -> {
                    dissatisfaction.note(reference, "wait", "wait/" + number % 8, null, null);
                    return number;
                }))
                .toList();

        for (Future<Object> done : sides.invokeAll(happenings)) {
            done.get();
        }
        sides.shutdown();

        assertThat(dissatisfaction.scoreOf(reference)).isEqualTo(80);
        assertThat(recoveries.of(reference)).hasSize(1);
        assertThat(recoveries.failuresOf(recoveries.openOf(reference).orElseThrow()))
                .containsExactly("wait");
        assertThat(walk.task(reference, "Activity_Apologise").getPriority()).isEqualTo(80);
    }

    @Test
    void manySmallThingsAddUpUntilSomebodySetsOut() {
        CaseReference reference = walk.analysed(address, "My parcel has not arrived and I am angry");
        assertThat(dissatisfaction.scoreOf(reference)).isEqualTo(20);
        for (int round = 1; round <= 2; round++) {
            walk.propose(reference, "Please wait a little longer");
            walk.answer(reference, false, "I have waited long enough");
            assertThat(recoveries.of(reference)).isEmpty();
        }

        walk.propose(reference, "Please wait a little longer");
        walk.answer(reference, false, "No");

        assertThat(recoveries.openOf(reference)).isPresent();
        assertThat(dissatisfaction.of(reference))
                .extracting(Contribution::happening)
                .containsExactly("words", "solution-refused", "solution-refused", "solution-refused");
        assertThat(dissatisfaction.of(reference).stream()
                        .mapToInt(Contribution::points)
                        .sum())
                .isEqualTo(dissatisfaction.scoreOf(reference));
    }

    @Test
    void theThirdContactForTheSameStartsARecovery() {
        walk.triaged(address, PARCEL);
        CaseReference second = walk.triaged(address, "Where is the courier?");
        CaseReference third = walk.triaged(address, "The shipment is lost, I think");

        assertThat(dissatisfaction.of(second))
                .extracting(Contribution::happening)
                .containsExactly("repeated-contact");
        assertThat(recoveries.of(second)).isEmpty();
        assertThat(recoveries.openOf(third)).isPresent();
    }

    @Test
    void aCaseThatComesBackIsMadeGood() {
        CaseReference reference = walk.resolved(address, PARCEL);
        walk.call(reference, Map.of("outcomeText", "not-solved", "noteText", "It is gone again"));

        assertThat(recoveries.failuresOf(recoveries.openOf(reference).orElseThrow()))
                .containsExactly("reopened");
    }

    @Test
    void itEndsWithTheCaseButWhatWasGrantedIsStillPaid() {
        CaseReference reference = walk.triaged(address, PARCEL);
        fail(reference, 1);
        submit("recovery", reference, "Activity_Apologise", Map.of("apologyText", "I am sorry that we forgot you"));
        submit(
                "recovery",
                reference,
                "Activity_MakeGood",
                Map.of("fixText", "Sent", "kindText", "points", "amountText", "5", "reasonText", "late"));

        walk.withdraw(reference);

        assertThat(recoveries.latestOf(reference).orElseThrow().ending()).isEqualTo(Recovery.Ending.CASE_OVER);
        walk.runJob(reference, "Activity_PayCompensation");
        assertThat(walk.tasks(reference)).extracting(Task::getName).contains("Pay by hand");
        fail(reference, 2);
        assertThat(recoveries.openOf(reference)).isEmpty();
    }

    /** Whoever erred is found nowhere: not in the item, the timeline, or the record of the process. */
    @Test
    void whoeverErredMaySaySoAndIsFoundNowhere() {
        CaseReference reference = walk.triaged(address, PARCEL);
        identity.setAuthentication("agent", List.of("agents"));

        assertThat(learning.open(reference, "I read the address wrongly")).isEmpty();

        identity.clearAuthentication();

        HistoricProcessInstance item = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .processDefinitionKey("learning")
                .singleResult();
        assertThat(item.getStartUserId()).isNull();
        assertThat(entries(reference, Kind.LESSON_WANTED))
                .allSatisfy(entry -> assertThat(entry.actor()).isEqualTo("system"))
                .hasSize(1);
        assertThat(walk.formOf(reference, "Activity_LearnFromError")
                        .get("whatWentWrong")
                        .toString())
                .contains("I read the address wrongly");

        submit("quality", reference, "Activity_LearnFromError", Map.of("lessonText", "Show the address twice"));

        assertThat(entries(reference, Kind.LESSON_LEARNT)).hasSize(1);
    }

    private void fail(CaseReference reference, int promise) {
        happens(new DeadlineMissed(reference, "promise." + promise, clock.instant()));
    }

    private void happens(Object event) {
        attempts.inTransaction(() -> {
            events.publishEvent(event);
            return event;
        });
    }

    private List<TimelineEntry> entries(CaseReference reference, Kind kind) {
        return timeline.of(reference).stream()
                .filter(entry -> entry.kind() == kind)
                .toList();
    }

    /** As the user would in Tasklist: claimed, with the form alone, within their rights. */
    private void submit(String user, CaseReference reference, String activity, Map<String, Object> fields) {
        Task task = walk.task(reference, activity);
        identity.setAuthentication(user, List.copyOf(staff.groupsOf(user)));
        if (task.getAssignee() == null) {
            tasks.claim(task.getId(), user);
        }
        forms.submitTaskForm(task.getId(), fields);
        identity.clearAuthentication();
    }
}
