package io.careloop.escalation.process;

import static org.assertj.core.api.Assertions.assertThatList;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.*;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.deadline.DeadlineClock;
import io.careloop.engine.ActingUser;
import io.careloop.engine.Refusals;
import io.careloop.escalation.Climbing;
import io.careloop.escalation.ComplaintFacts;
import io.careloop.escalation.Complaints;
import io.careloop.escalation.EscalationEnding;
import io.careloop.escalation.Reviews;
import io.careloop.escalation.Risks;
import io.careloop.escalation.Standing;
import io.careloop.support.PlainEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Deployment(
        resources = {
            "processes/escalation/complaint-escalation.bpmn",
            "processes/escalation/escalation-risk.dmn",
            "forms/escalation/escalation-review-complaint.form",
            "forms/escalation/escalation-make-offer.form",
            "forms/escalation/escalation-approve-by-legal.form",
            "forms/escalation/escalation-approve-by-quality.form"
        })
class ComplaintEscalationProcessTests {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = PlainEngine.coveringAllBut();

    static final CaseReference REFERENCE = CaseReference.of("C-2026-000042");
    static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    final Complaints complaints = mock();
    final Risks risks = mock();
    final Climbing climbing = mock();
    final Reviews reviews = mock();
    final EscalationEnding ending = mock();
    final ActingUser actingUser = mock();
    final Refusals refusals = mock();
    final JavaDelegate notifyStaff = mock();
    final JavaDelegate askDepartments = mock();
    final List<String> toCustomer = new ArrayList<>();

    @BeforeEach
    void registerDelegates() {
        customerSays("my parcel has not arrived");
        given(climbing.begin(any(), any())).willReturn(standing(1, "complaints", false));
        given(climbing.begin(any(), eq("legal-threat"))).willReturn(standing(1, "complaints", true));
        given(climbing.climb(any(), anyString())).willReturn(standing(2, "managers", false));
        given(climbing.noticeAt()).willReturn(LATER);
        given(reviews.decide(any(), any(), any(), any(), any())).willReturn(Optional.empty());
        given(reviews.offer(any(), any(), any(), any())).willReturn(Optional.empty());
        given(reviews.approve(any(), any(), any(), any(), any())).willReturn(Optional.empty());
        given(ending.abandoned(REFERENCE)).willReturn("complaints");
        given(actingUser.id()).willReturn("complaints");
        Mocks.register("readComplaintDelegate", new ReadComplaintDelegate(complaints));
        Mocks.register("openEscalationDelegate", new OpenEscalationDelegate(climbing));
        Mocks.register("restrictCaseDelegate", new RestrictCaseDelegate(climbing));
        Mocks.register("climbTierDelegate", new ClimbTierDelegate(climbing, actingUser));
        Mocks.register("noteOverdueDelegate", new NoteOverdueDelegate(climbing));
        Mocks.register("reassessRiskDelegate", new ReassessRiskDelegate(complaints, risks, climbing));
        Mocks.register("recordReviewDelegate", new RecordReviewDelegate(reviews, actingUser, refusals));
        Mocks.register("recordOfferDelegate", new RecordOfferDelegate(reviews, climbing, actingUser, refusals));
        Mocks.register("recordApprovalDelegate", new RecordApprovalDelegate(reviews, actingUser, refusals));
        Mocks.register("prepareReworkDelegate", new PrepareReworkDelegate(climbing));
        Mocks.register("closeEscalationDelegate", new CloseEscalationDelegate(ending));
        Mocks.register("handBackDelegate", new HandBackDelegate(ending));
        Mocks.register("abandonEscalationDelegate", new AbandonEscalationDelegate(ending));
        Mocks.register("askChosenDepartmentsDelegate", askDepartments);
        Mocks.register("notifyStaffDelegate", notifyStaff);
        Mocks.register("notifyCustomerDelegate", (JavaDelegate)
                execution -> toCustomer.add((String) execution.getVariable("template")));
        init(ENGINE.getProcessEngine());
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "escalation.breached, Event_LimitOrPromiseBroken",
        "escalation.demanded, Event_CustomerDemanded",
        "escalation.risk-noticed, Event_RiskNoticed",
        "escalation.staff-asked, Event_StaffAsked"
    })
    void whateverSetsItOffSomebodyElseReviewsAndTheCustomerHasTheAnswer(String message, String event) {
        ProcessInstance escalation = inReview(message);
        assertThat(task()).hasCandidateGroup("complaints").isNotAssigned();

        decide("answer");

        assertThat(escalation)
                .isEnded()
                .hasPassed(event, "Event_ComplaintAnswered")
                .hasNotPassed("Activity_RestrictCase", "Gateway_AskApprovers");
        assertThatList(toCustomer).containsExactly("escalation-opened", "final-answer");
        then(ending).should().answered(REFERENCE);
    }

    @Test
    void reviewersAreToldOnceTheyAreAtWork() throws Exception {
        ProcessInstance escalation = inReview("escalation.demanded");
        then(notifyStaff).shouldHaveNoInteractions();

        execute(job("Event_ReviewersAtWork", escalation));

        then(notifyStaff).should().execute(any());
        assertThat(escalation).isWaitingAt("Activity_ReviewComplaint");
    }

    @Test
    void whatIsNotDecidedInTimeClimbsByItself() {
        ProcessInstance escalation = inReview("escalation.demanded");

        execute(job("Event_EscalationDeadline", escalation));
        assertThat(escalation).isWaitingAt("Event_DeskOpen");
        execute(job("Event_DeskOpen", escalation));

        assertThat(task("Activity_ReviewComplaint"))
                .hasCandidateGroup("managers")
                .isNotAssigned();
        assertThatList(toCustomer).containsExactly("escalation-opened", "escalation-climbed");
    }

    @Test
    void aReviewerPassesItToTheNextTier() {
        ProcessInstance escalation = inReview("escalation.demanded");

        decide("next-tier");
        execute(job("Event_DeskOpen", escalation));

        assertThat(escalation).isWaitingAt("Activity_ReviewComplaint");
        assertThat(task("Activity_ReviewComplaint"))
                .hasCandidateGroup("managers")
                .isNotAssigned();
        then(climbing).should().climb(REFERENCE, "complaints");
    }

    @Test
    void managersHearOfALateLastTierAndTheReviewGoesOn() throws Exception {
        ProcessInstance escalation = inReview("escalation.demanded");

        execute(job("Event_LastTierLate", escalation));
        then(notifyStaff).shouldHaveNoInteractions();
        execute(job("Event_ManagersAtWork", escalation));

        then(notifyStaff).should().execute(any());
        then(climbing).should().noteOverdue(REFERENCE);
        assertThat(escalation).isWaitingAt("Activity_ReviewComplaint");
    }

    @Test
    void itIsHandedBackToTheOwnerWithAReason() throws Exception {
        ProcessInstance escalation = inReview("escalation.staff-asked");

        decide("hand-back");
        execute(job("Activity_HandBack", escalation));

        assertThat(escalation).isEnded().hasPassed("Event_OwnerGoesOn");
        then(ending).should().handedBack(REFERENCE);
        then(notifyStaff).should().execute(any());
        assertThatList(toCustomer).containsExactly("escalation-opened", "escalation-handed-back");
    }

    @Test
    void aNegotiatorMakesAnOfferAboveStandard() {
        ProcessInstance escalation = inReview("escalation.demanded");

        decide("offer");
        assertThat(task("Activity_MakeOffer")).hasCandidateGroup("negotiators");
        complete(task(), Map.of("decisionText", "offer", "offerText", "Three months free"));

        assertThat(escalation).isEnded().hasPassed("Event_ComplaintAnswered");
        then(reviews).should().offer(REFERENCE, "Three months free", null, "complaints");
    }

    @Test
    void withoutAnOfferTheReviewerDecidesAnew() {
        ProcessInstance escalation = inReview("escalation.demanded");
        decide("offer");

        complete(task(), Map.of("decisionText", "none", "reasonText", "Not our fault"));

        assertThat(escalation).isWaitingAt("Activity_ReviewComplaint");
        assertThat(task("Activity_ReviewComplaint")).isAssignedTo("complaints");
        then(reviews).should().offer(REFERENCE, null, "Not our fault", "complaints");
    }

    @Test
    void departmentsSayTheirPartFirstAndTheReviewerDecidesWithTheirAnswers() throws Exception {
        ProcessInstance escalation = inReview("escalation.demanded");

        decide("ask-departments");
        assertThat(escalation).isWaitingAt("Event_DepartmentsDone");
        then(askDepartments).should().execute(any());
        departmentsDone();

        assertThat(task("Activity_ReviewComplaint")).isAssignedTo("complaints");
        decide("answer");
        assertThat(escalation).isEnded().hasPassed("Event_ComplaintAnswered");
        assertThatList(toCustomer).containsExactly("escalation-opened", "final-answer");
    }

    @Test
    void theLimitOfATierRunsOnWhileDepartmentsAreAtWork() {
        ProcessInstance escalation = inReview("escalation.demanded");
        decide("ask-departments");

        execute(job("Event_EscalationDeadline", escalation));
        execute(job("Event_DeskOpen", escalation));

        assertThat(task("Activity_ReviewComplaint"))
                .hasCandidateGroup("managers")
                .isNotAssigned();
        departmentsDone();
        assertThat(escalation).isWaitingAt("Activity_ReviewComplaint");
    }

    @Test
    void aSensitiveAnswerGoesOutOnlyAfterLegalAndQualityApproved() {
        customerSays("my lawyer will write to you");
        ProcessInstance escalation = inReview("escalation.risk-noticed");
        then(climbing).should().begin(REFERENCE, "legal-threat");
        then(climbing).should().restrict(REFERENCE);

        decide("answer");
        assertThat(task("Activity_ApproveByLegal")).hasCandidateGroup("legal");
        assertThat(task("Activity_ApproveByQuality")).hasCandidateGroup("quality");
        say("Activity_ApproveByLegal", "reject", "Admits too much");
        say("Activity_ApproveByQuality", "approve", null);
        execute(bothAnswered(escalation));

        assertThat(escalation).isWaitingAt("Activity_ReviewComplaint");
        assertThatList(toCustomer).containsExactly("escalation-opened");

        decide("answer");
        say("Activity_ApproveByLegal", "approve", null);
        say("Activity_ApproveByQuality", "approve", null);
        execute(bothAnswered(escalation));

        assertThat(escalation).isEnded().hasPassed("Event_ComplaintAnswered");
        then(reviews).should().approve(REFERENCE, "legal", false, "Admits too much", "complaints");
    }

    @Test
    void whatIsSaidLaterMayMakeItSensitive() {
        ProcessInstance escalation = inReview("escalation.demanded");
        given(climbing.reassess(any(), any())).willReturn(false, true);

        moreIsSaid(escalation);
        assertThat(escalation).hasPassed("Event_NothingChanges");
        moreIsSaid(escalation);
        assertThat(escalation).hasPassed("Event_CaseRestricted");
        decide("answer");

        assertThat(escalation).isWaitingAt("Activity_ApproveByLegal", "Activity_ApproveByQuality");
    }

    @Test
    void whoeverReviewsIsToldWhenTheCaseIsOver() throws Exception {
        ProcessInstance escalation = inReview("escalation.demanded");

        runtimeService()
                .createMessageCorrelation("escalation.case-ended")
                .processInstanceBusinessKey(REFERENCE.value())
                .correlate();

        assertThat(escalation).isEnded().hasPassed("Event_NothingLeftToReview");
        then(notifyStaff).should().execute(any());
    }

    private void customerSays(String words) {
        given(complaints.read(REFERENCE)).willReturn(new ComplaintFacts(words, Channel.PORTAL, null));
    }

    private ProcessInstance inReview(String message) {
        ProcessInstance escalation = runtimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(REFERENCE.value())
                .setVariable("reference", REFERENCE.value())
                .correlateStartMessage();
        execute(job("Activity_ReadComplaint", escalation));
        assertThat(escalation).isWaitingAt("Activity_ReviewComplaint");
        return escalation;
    }

    private void decide(String decision) {
        complete(
                task("Activity_ReviewComplaint"),
                Map.of("decisionText", decision, "answerText", "We are sorry", "reasonText", "Because"));
    }

    private void say(String activity, String decision, String reason) {
        Task approval = task(activity);
        complete(
                approval,
                reason == null
                        ? Map.of("decisionText", decision)
                        : Map.of("decisionText", decision, "reasonText", reason));
    }

    /** Whoever waits for it goes on; nobody needs to. */
    private void departmentsDone() {
        runtimeService()
                .createMessageCorrelation("escalation.departments-done")
                .processInstanceBusinessKey(REFERENCE.value())
                .correlateAll();
    }

    private Job bothAnswered(ProcessInstance escalation) {
        List<Job> arrived = managementService()
                .createJobQuery()
                .activityId("Gateway_BothAnswered")
                .list();
        execute(arrived.get(0));
        return arrived.get(1);
    }

    private void moreIsSaid(ProcessInstance escalation) {
        runtimeService()
                .createMessageCorrelation("escalation.reason-added")
                .processInstanceBusinessKey(REFERENCE.value())
                .correlate();
        execute(job("Activity_ReassessRisk", escalation));
    }

    private static Standing standing(int tier, String team, boolean sensitive) {
        return new Standing(
                tier, tier == 1 ? 2 : 0, team, sensitive, LATER, LATER, DeadlineClock.NEVER, "1-" + tier, LATER);
    }
}
