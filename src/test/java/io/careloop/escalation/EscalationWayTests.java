package io.careloop.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.cases.Conversation;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.deadline.ClockId;
import io.careloop.deadline.Clocks;
import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.deadline.DeadlineClock.State;
import io.careloop.deadline.Limit;
import io.careloop.engine.MovableClock;
import io.careloop.escalation.Escalation.Ending;
import io.careloop.notification.OutboundWords;
import io.careloop.notification.Post;
import io.careloop.resolution.ServiceRequests;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import io.careloop.support.TestMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Complaints that climb, with all real services; who acts is signed in to the engine as in Tasklist. */
@CareloopTest
class EscalationWayTests {

    private static final String PARCEL = "My parcel has not arrived";
    private static final Instant MONDAY_MORNING = Instant.parse("2030-06-03T02:00:00Z");
    private static final Map<String, Object> ANSWER =
            Map.of("decisionText", "answer", "answerText", "We were wrong and refund you.");

    @Autowired
    CaseWalk walk;

    @Autowired
    Escalations escalations;

    @Autowired
    CaseFiles cases;

    @Autowired
    Conversation conversation;

    @Autowired
    Timeline timeline;

    @Autowired
    ServiceRequests requests;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identity;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    Clocks clocks;

    @Autowired
    OutboundWords outbound;

    @Autowired
    MovableClock clock;

    @Autowired
    Post post;

    @AfterEach
    void signOut() {
        identity.clearAuthentication();
    }

    @Test
    void aDemandIsReviewedAndAnsweredAndTheCustomerIsToldAtEachStep() {
        CaseReference reference = walk.triaged("way.demand@example.org", PARCEL);

        climbs(reference, EscalationReason.DEMAND);
        Escalation open = escalations.open(reference).orElseThrow();
        assertThat(open).returns(1, Escalation::tier).returns("complaints", Escalation::team);
        assertThat(open.sensitive()).isFalse();
        does("complaints", reference, "Activity_ReviewComplaint", ANSWER);

        Escalation ended = escalations.of(reference).get(0);
        assertThat(ended).returns(Ending.ANSWERED, Escalation::ending).returns("complaints", Escalation::answeredBy);
        assertThat(toldBy(reference)).containsSubsequence("escalation-opened", "escalation-in-review", "final-answer");
        assertThat(lastMessage(reference)).contains("We were wrong and refund you.");
        assertThat(cases.get(reference).firstResponseAt()).isNotNull();
        assertThat(walk.tasks(reference))
                .extracting(Task::getTaskDefinitionKey)
                .containsExactly("Activity_AnalyseRequest");
    }

    @Test
    void wordsOfRiskMakeItClimbRestrictItAndNeedTwoApprovals() {
        CaseReference reference = walk.registered("way.risk@example.org", "Refund me or I go to my lawyer");
        begin(reference);

        assertThat(escalations.open(reference).orElseThrow())
                .returns("legal-threat", Escalation::risk)
                .returns(true, Escalation::sensitive);
        assertThat(cases.get(reference).restrictedTo()).isEqualTo("complaints");
        does("complaints", reference, "Activity_ReviewComplaint", ANSWER);
        does(
                "legal",
                reference,
                "Activity_ApproveByLegal",
                Map.of("decisionText", "reject", "reasonText", "Do not say wrong"));
        does("quality", reference, "Activity_ApproveByQuality", Map.of("decisionText", "approve"));
        bothAnswered(reference);
        assertThat(toldBy(reference)).doesNotContain("final-answer");

        assertThat(walk.formOf(reference, "Activity_ReviewComplaint"))
                .containsEntry("answerText", "We were wrong and refund you.")
                .containsEntry("reviewRound", 2)
                .hasEntrySatisfying(
                        "reviewHistory",
                        history -> assertThat((String) history).contains("not approved by legal", "Do not say wrong"));
        does(
                "complaints",
                reference,
                "Activity_ReviewComplaint",
                Map.of("decisionText", "answer", "answerText", "We refund you."));
        does("legal", reference, "Activity_ApproveByLegal", Map.of("decisionText", "approve"));
        does("quality", reference, "Activity_ApproveByQuality", Map.of("decisionText", "approve"));
        bothAnswered(reference);

        assertThat(lastMessage(reference)).contains("We refund you.").doesNotContain("wrong");
        assertThat(outbound.refusalOf(reference, "We refund you.")).isEmpty();
        assertThat(outbound.refusalOf(reference, "We refund you. It was our fault."))
                .isPresent();
        assertThat(kinds(reference))
                .containsSubsequence(
                        Kind.ESCALATED,
                        Kind.RESTRICTED,
                        Kind.ESCALATION_REVIEWED,
                        Kind.ANSWER_REJECTED,
                        Kind.ANSWER_APPROVED,
                        Kind.ESCALATION_REVIEWED,
                        Kind.ANSWER_APPROVED,
                        Kind.ANSWER_APPROVED,
                        Kind.ESCALATION_ENDED);
    }

    @Test
    void whatTheCustomerWritesLaterIsReadForRiskToo() {
        CaseReference reference = walk.triaged("way.later@example.org", PARCEL);

        conversation.customerWrote(reference, Channel.EMAIL, null, "I told the ombudsman", null);
        begin(reference);

        assertThat(escalations.open(reference).orElseThrow()).returns("regulator", Escalation::risk);
    }

    @Test
    void anOfferAboveStandardIsMadeWithComparableCasesAtHand() {
        CaseReference before = walk.triaged("way.offer.before@example.org", PARCEL);
        climbs(before, EscalationReason.DEMAND);
        offered(before, "A voucher of 50");
        CaseReference reference = walk.triaged("way.offer@example.org", PARCEL);
        climbs(reference, EscalationReason.DEMAND);

        does("complaints", reference, "Activity_ReviewComplaint", offer());
        assertThat(walk.formOf(reference, "Activity_MakeOffer")
                        .get("comparableCases")
                        .toString())
                .contains(before.value(), "A voucher of 50");
        does(
                "negotiator",
                reference,
                "Activity_MakeOffer",
                Map.of("decisionText", "offer", "offerText", "Three months free"));

        assertThat(lastMessage(reference)).contains("We were wrong", "Three months free");
    }

    @Test
    void theReviewerAsksDepartmentsFirstAndDecidesOnceTheyHaveAnswered() {
        CaseReference reference = walk.triaged("way.departments@example.org", PARCEL);
        climbs(reference, EscalationReason.DEMAND);
        Map<String, Object> questions = Map.of(
                "decisionText", "ask-departments",
                "billingQuestionText", "Was the money sent back?",
                "technologyQuestionText", "Why did the label not print?");

        assertThatThrownBy(() -> does(
                        "complaints", reference, "Activity_ReviewComplaint", Map.of("decisionText", "ask-departments")))
                .hasMessageContaining("choose at least one department");
        does("complaints", reference, "Activity_ReviewComplaint", questions);

        assertThat(isOffered(reference, "Activity_ReviewComplaint")).isFalse();
        assertThat(walk.job(reference, "Event_EscalationDeadline").getDuedate().toInstant())
                .as("the limit runs on")
                .isEqualTo(escalations.open(reference).orElseThrow().dueAt());
        answers("billing", reference, "It was sent back on Monday.");
        assertThat(isOffered(reference, "Activity_ReviewComplaint")).isFalse();
        answers("technician", reference, "The printer was out of paper.");

        assertThat(walk.task(reference, "Activity_ReviewComplaint").getAssignee())
                .isEqualTo("complaints");
        assertThat(walk.formOf(reference, "Activity_ReviewComplaint")
                        .get("whatWasTried")
                        .toString())
                .contains("billing · It was sent back on Monday", "technology · The printer was out of paper");
        does("complaints", reference, "Activity_ReviewComplaint", ANSWER);
        assertThat(escalations.of(reference).get(0)).returns(Ending.ANSWERED, Escalation::ending);
    }

    @Test
    void whatNobodyDecidesClimbsInOpeningHoursAndMakesTheManagersHear() throws Exception {
        clock.moveTo(MONDAY_MORNING);
        CaseReference reference = walk.triaged("way.climbs@example.org", PARCEL);
        climbs(reference, EscalationReason.BREACH);
        assertThat(escalations.open(reference).orElseThrow().dueAt())
                .isBetween("2030-06-03T07:00:00Z", "2030-06-03T07:00:30Z");

        walk.runJob(reference, "Event_EscalationDeadline");
        walk.runJob(reference, "Event_DeskOpen");
        Escalation climbed = escalations.open(reference).orElseThrow();
        assertThat(climbed).returns(2, Escalation::tier).returns("managers", Escalation::team);
        assertThat(toldBy(reference)).endsWith("escalation-climbed");
        // eight hours of opening time after 15:00: the next day at 15:00
        assertThat(climbed.dueAt()).isBetween("2030-06-04T07:00:00Z", "2030-06-04T07:01:00Z");

        walk.runJob(reference, "Event_LastTierLate");
        walk.runJob(reference, "Event_ManagersAtWork");
        assertThat(mailsTo("manager", reference)).anyMatch(subject -> subject.contains("late in the last tier"));
        assertThat(kinds(reference)).contains(Kind.ESCALATION_OVERDUE, Kind.DEADLINE_MISSED);
        assertThat(clocks.find(reference, ClockId.parse("escalation.1-1"))
                        .orElseThrow()
                        .state(clock.instant()))
                .isEqualTo(State.LATE);
        assertThat(clocks.find(reference, ClockId.parse("escalation.1-2"))
                        .orElseThrow()
                        .dueAt())
                .isEqualTo(climbed.dueAt());
    }

    @Test
    void aLimitThatComesEarlierMovesTheTimerThatMakesItClimb() {
        clock.moveTo(MONDAY_MORNING);
        CaseReference reference = walk.triaged("way.earlier@example.org", PARCEL);
        climbs(reference, EscalationReason.DEMAND);

        clocks.decide(
                reference,
                ClockId.parse("escalation.1-1"),
                Limit.of("PT1H", ClockType.BUSINESS),
                "manager",
                "This one is urgent");

        assertThat(walk.job(reference, "Event_EscalationDeadline").getDuedate().toInstant())
                .isBetween("2030-06-03T03:00:00Z", "2030-06-03T03:00:30Z");
    }

    @Test
    void aSensitiveCaseIsHandedBackToAnOwnerWhoSeesIt() {
        CaseReference reference = walk.registered("way.back.risk@example.org", "I post this online and tell the press");
        begin(reference);
        assertThat(cases.get(reference).restrictedTo()).isEqualTo("complaints");

        does(
                "complaints",
                reference,
                "Activity_ReviewComplaint",
                Map.of("decisionText", "hand-back", "reasonText", "Nothing was posted"));
        walk.runJob(reference, "Activity_HandBack");

        assertThat(cases.get(reference).restrictedTo()).isNull();
    }

    @Test
    void aMissedDeadlineOfTheRequestMakesItClimb() {
        clock.moveTo(MONDAY_MORNING);
        CaseReference reference = walk.triaged("way.missed@example.org", PARCEL);

        walk.runJob(reference, "Event_FirstResponseNoticeDue");
        for (int notice = 0; notice < 6 && escalations.of(reference).isEmpty(); notice++) {
            walk.runJob(reference, "Event_FirstResponseDeadline");
        }
        begin(reference);

        assertThat(escalations.reasonsOf(escalations.open(reference).orElseThrow()))
                .extracting(GivenReason::reason)
                .containsExactly(EscalationReason.BREACH);
        assertThat(toldBy(reference)).containsExactly("escalation-opened");
    }

    @Test
    void atNightNobodyOfTheStaffIsWrittenTo() {
        Instant night = Instant.parse("2030-06-03T15:00:00Z");
        Instant morning = Instant.parse("2030-06-04T01:00:00Z");
        clock.moveTo(night);
        CaseReference reference = walk.triaged("way.night@example.org", PARCEL);

        climbs(reference, EscalationReason.DEMAND);

        assertThat(walk.job(reference, "Event_ReviewersAtWork").getDuedate()).isEqualTo(Date.from(morning));
        // four opening hours after nine: at 14:00, and not in the night
        assertThat(walk.job(reference, "Event_EscalationDeadline").getDuedate().toInstant())
                .isEqualTo("2030-06-04T06:00:00Z");
    }

    @Test
    void aReviewHandsTheCaseBackToItsOwner() {
        CaseReference reference = walk.triaged("way.back@example.org", PARCEL);
        climbs(reference, EscalationReason.STAFF);

        assertThatThrownBy(() ->
                        does("complaints", reference, "Activity_ReviewComplaint", Map.of("decisionText", "hand-back")))
                .hasMessageContaining("Say why");
        complete(
                "complaints",
                reference,
                "Activity_ReviewComplaint",
                Map.of("decisionText", "hand-back", "reasonText", "Go on as planned"));
        walk.runJob(reference, "Activity_HandBack");

        assertThat(escalations.of(reference).get(0))
                .returns(Ending.HANDED_BACK, Escalation::ending)
                .returns("Go on as planned", Escalation::endingReason);
        assertThat(toldBy(reference)).endsWith("escalation-handed-back");
    }

    @Test
    void twoWhoApproveAtTheSameMomentDoNotStandInEachOthersWay() throws Exception {
        CaseReference reference = walk.registered("way.together@example.org", "Refund me or I go to my lawyer");
        begin(reference);
        does("complaints", reference, "Activity_ReviewComplaint", ANSWER);
        claim("legal", reference, "Activity_ApproveByLegal");
        claim("quality", reference, "Activity_ApproveByQuality");
        identity.clearAuthentication();
        Map<String, String> open = Map.of(
                "legal", walk.task(reference, "Activity_ApproveByLegal").getId(),
                "quality", walk.task(reference, "Activity_ApproveByQuality").getId());

        ExecutorService people = Executors.newFixedThreadPool(2);
        List<Callable<Void>> approvals = open.entrySet().stream()
                .<Callable<Void>>map(task -> () -> {
                    signIn(task.getKey());
                    forms.submitTaskForm(task.getValue(), Map.of("decisionText", "approve"));
                    return null;
                })
                .toList();
        for (Future<Void> approval : people.invokeAll(approvals)) {
            approval.get();
        }
        people.shutdown();
        bothAnswered(reference);

        assertThat(toldBy(reference)).endsWith("final-answer");
    }

    @Test
    void aTimerThatFiresLateInTheNightTellsNobodyBeforeMorning() {
        clock.moveTo(MONDAY_MORNING);
        CaseReference reference = walk.triaged("way.late@example.org", PARCEL);
        climbs(reference, EscalationReason.BREACH);
        clock.moveTo(Instant.parse("2030-06-03T18:00:00Z"));

        walk.runJob(reference, "Event_EscalationDeadline");

        assertThat(walk.job(reference, "Event_DeskOpen").getDuedate())
                .isEqualTo(Date.from(Instant.parse("2030-06-04T01:00:00Z")));
        assertThat(toldBy(reference)).doesNotContain("escalation-climbed");
    }

    @Test
    void whoeverBecomesTheOwnerReviewsItNoMore() {
        CaseReference reference = walk.triaged("way.owner@example.org", PARCEL);
        climbs(reference, EscalationReason.DEMAND);
        claim("complaints", reference, "Activity_ReviewComplaint");
        identity.clearAuthentication();

        cases.handOver(reference, "manager", "complaints", "Knows the customer");

        assertThat(walk.task(reference, "Activity_ReviewComplaint").getAssignee())
                .isNull();
        assertThat(escalations.open(reference).orElseThrow().reviewer()).isNull();
        assertThatThrownBy(() -> claim("complaints", reference, "Activity_ReviewComplaint"))
                .hasMessageContaining("has handled this case");
    }

    @Test
    void theEscalationEndsWithItsCase() throws Exception {
        clock.moveTo(MONDAY_MORNING);
        CaseReference reference = walk.triaged("way.withdrawn@example.org", PARCEL);
        climbs(reference, EscalationReason.DEMAND);
        claim("complaints", reference, "Activity_ReviewComplaint");
        identity.clearAuthentication();

        requests.withdraw(reference, "customer");

        assertThat(escalations.of(reference).get(0)).returns(Ending.CASE_OVER, Escalation::ending);
        assertThat(walk.tasks(reference)).isEmpty();
        assertThat(mailsTo("complaints", reference)).anyMatch(subject -> subject.contains("Nothing left to review"));
    }

    @Test
    void anAnswerThatDidNotHelpBeginsOneTierHigher() {
        CaseReference reference = walk.triaged("way.again@example.org", PARCEL);
        climbs(reference, EscalationReason.DEMAND);
        does("complaints", reference, "Activity_ReviewComplaint", ANSWER);

        climbs(reference, EscalationReason.DEMAND);

        assertThat(escalations.open(reference).orElseThrow()).returns("managers", Escalation::team);
        does("manager", reference, "Activity_ReviewComplaint", ANSWER);
        assertThat(escalations.of(reference))
                .extracting(Escalation::ending)
                .containsExactly(Ending.ANSWERED, Ending.ANSWERED);
    }

    private void climbs(CaseReference reference, EscalationReason reason) {
        identity.clearAuthentication();
        escalations.escalate(reference, reason, "customer", null);
        begin(reference);
    }

    private void begin(CaseReference reference) {
        walk.runJob(reference, "Activity_ReadComplaint");
    }

    private void offered(CaseReference reference, String offer) {
        does("complaints", reference, "Activity_ReviewComplaint", offer());
        does("negotiator", reference, "Activity_MakeOffer", Map.of("decisionText", "offer", "offerText", offer));
    }

    private boolean isOffered(CaseReference reference, String activity) {
        identity.clearAuthentication();
        return walk.tasks(reference).stream()
                .anyMatch(task -> task.getTaskDefinitionKey().equals(activity));
    }

    private void answers(String user, CaseReference reference, String words) {
        identity.clearAuthentication();
        signIn(user);
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .taskDefinitionKey("Activity_AnswerQuestion")
                .singleResult()
                .getId();
        tasks.claim(task, user);
        forms.submitTaskForm(task, Map.of("replyText", "answered", "wordsText", words));
        identity.clearAuthentication();
        walk.runJob(reference, "Activity_TellOwner");
    }

    private static Map<String, Object> offer() {
        return Map.of("decisionText", "offer", "answerText", "We were wrong.", "reasonText", "They waited three weeks");
    }

    private void bothAnswered(CaseReference reference) {
        identity.clearAuthentication();
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .processDefinitionKey("complaint-escalation")
                .singleResult()
                .getId();
        management.createJobQuery().processInstanceId(instance).activityId("Gateway_BothAnswered").list().stream()
                .map(Job::getId)
                .forEach(management::executeJob);
    }

    private void does(String user, CaseReference reference, String activity, Map<String, Object> fields) {
        claim(user, reference, activity);
        complete(user, reference, activity, fields);
    }

    private void claim(String user, CaseReference reference, String activity) {
        identity.clearAuthentication();
        Task task = walk.task(reference, activity);
        if (!user.equals(task.getAssignee())) {
            signIn(user);
            tasks.claim(task.getId(), user);
        }
    }

    private void complete(String user, CaseReference reference, String activity, Map<String, Object> fields) {
        identity.clearAuthentication();
        String task = walk.task(reference, activity).getId();
        signIn(user);
        forms.submitTaskForm(task, fields);
        identity.clearAuthentication();
    }

    private void signIn(String user) {
        identity.clearAuthentication();
        List<String> groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        identity.setAuthentication(user, groups);
    }

    private List<String> toldBy(CaseReference reference) {
        return conversation.of(reference).stream()
                .map(message -> Objects.toString(message.template(), ""))
                .filter(template -> template.startsWith("escalation") || template.equals("final-answer"))
                .toList();
    }

    private String lastMessage(CaseReference reference) {
        var messages = conversation.of(reference);
        return messages.get(messages.size() - 1).text();
    }

    private List<String> mailsTo(String user, CaseReference reference) throws MessagingException {
        post.collect();
        List<String> subjects = new ArrayList<>();
        for (MimeMessage mail : TestMail.sentTo(user + "@careloop.localhost")) {
            subjects.add(mail.getSubject());
        }
        return subjects.stream()
                .filter(subject -> subject.contains(reference.value()))
                .toList();
    }

    private List<Kind> kinds(CaseReference reference) {
        return timeline.of(reference).stream().map(TimelineEntry::kind).toList();
    }
}
