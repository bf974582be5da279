package io.careloop.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import io.careloop.cases.Channel;
import io.careloop.cases.Conversation;
import io.careloop.cases.Stage;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.engine.MovableClock;
import io.careloop.resolution.ServiceRequests.Outcome;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The frame of a case with its real services, on PostgreSQL. */
@CareloopTest
class ServiceRequestTests {

    private static final String PARCEL = "My parcel has not arrived";

    @Autowired
    CaseWalk walk;

    @Autowired
    ServiceRequests requests;

    @Autowired
    Conversation conversation;

    @Autowired
    Timeline timeline;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    MovableClock clock;

    @Test
    void aCaseRunsFromTheFirstWordsToClosed() {
        CaseReference reference = walk.closed("whole@example.org", PARCEL);

        CaseFile file = walk.file(reference);
        assertThat(file.status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(file.stage()).isEqualTo(Stage.FEEDBACK);
        assertThat(file.category()).isEqualTo("delivery");
        assertThat(file.team()).isEqualTo("logistics");
        assertThat(file.causeCode()).isEqualTo("delivery-late");
        assertThat(file.resolution()).isEqualTo("A new one was delivered");
        assertThat(file.owner()).isEqualTo("agent");
        assertThat(running(reference)).isZero();
    }

    @Test
    void thePersonDecidesWhatNoRuleKnows() {
        CaseReference reference = walk.triaged("odd@example.org", "Hello");

        assertThat(walk.task(reference, "Activity_TriageRequest").getAssignee()).isEqualTo("agent");
        walk.submit(
                reference,
                "Activity_TriageRequest",
                Map.of("category", "enquiry", "priority", "low", "team", "experts"));

        assertThat(walk.file(reference).team()).isEqualTo("experts");
        walk.task(reference, "Activity_AnalyseRequest");
    }

    @Test
    void aRequestThatNobodyClaimsMovesOnWithItsReasonAndTheNextTeamIsTold() {
        CaseReference reference = walk.triaged("unclaimed@example.org", PARCEL);

        walk.runJob(reference, "Event_RequestUnclaimed");

        assertThat(walk.file(reference).team()).isEqualTo("coordinators");
        assertThat(timeline.of(reference))
                .filteredOn(entry -> entry.kind() == Kind.HANDED_OVER)
                .extracting(TimelineEntry::text)
                .containsExactly("logistics → coordinators · not claimed within 4 h 00 min of opening hours");
        walk.runJob(reference, "Event_ClaimDueAgain");
        assertThat(walk.file(reference).team()).isEqualTo("coordinators");
    }

    @Test
    void aRequestThatSomebodyHasIsLookedAtAgainOnlyAfterTheLimit() {
        CaseReference reference = walk.triaged("claimed@example.org", PARCEL);
        tasks.claim(walk.task(reference, "Activity_AnalyseRequest").getId(), "logistics");

        walk.runJob(reference, "Event_RequestUnclaimed");

        assertThat(walk.job(reference, "Event_ClaimDueAgain").getDuedate()).isAfter(Date.from(clock.instant()));
        assertThat(walk.file(reference).team()).isEqualTo("logistics");
    }

    @Test
    void anUnclearProblemIsConfirmedWithTheCustomerFirst() {
        CaseReference reference = walk.triaged("unclear@example.org", PARCEL);
        walk.submit(
                reference, "Activity_AnalyseRequest", Map.of("problemText", "You moved house", "problemClear", "no"));

        assertThat(requests.openQuestion(reference))
                .get()
                .extracting(OpenQuestion::kind)
                .isEqualTo(OpenQuestion.Kind.PROBLEM);
        walk.answer(reference, false, "No, the street is right");

        walk.submit(
                reference,
                "Activity_AnalyseRequest",
                Map.of("problemText", "The courier lost it", "problemClear", "no"));
        walk.answer(reference, true, null);
        walk.task(reference, "Activity_ProposeSolution");
    }

    @Test
    void aRefusedSolutionComesBackWithItsReasonAsTheNextRound() {
        CaseReference reference = walk.proposed("refuse@example.org", PARCEL);

        assertThat(requests.answer(reference, false, " ", Channel.API, "customer"))
                .isEqualTo(new Outcome.Refused("reason-needed"));
        walk.answer(reference, false, "I want my money back");
        walk.propose(reference, "We refund the order");

        assertThat(requests.openQuestion(reference)).get().satisfies(question -> {
            assertThat(question.round()).isEqualTo(2);
            assertThat(question.text()).isEqualTo("We refund the order");
        });
    }

    @Test
    void anAnswerCountsOnce() {
        CaseReference reference = walk.proposed("twice@example.org", PARCEL);
        walk.answer(reference, true, null);

        assertThat(requests.answer(reference, true, null, Channel.API, "customer"))
                .isEqualTo(new Outcome.Refused("nothing-asked"));
    }

    @Test
    void silenceIsRemindedAndThenBroughtToAPersonButNeverCountsAsYes() {
        CaseReference reference = walk.proposed("silent@example.org", PARCEL);
        walk.runJob(reference, "Event_ReminderDue");
        walk.runJob(reference, "Event_PersonDue");

        walk.submit(reference, "Activity_GetAnswer", Map.of("answerText", "none"));
        walk.runJob(reference, "Event_PersonDue");
        walk.submit(reference, "Activity_GetAnswer", Map.of("answerText", "yes"));

        assertThat(walk.file(reference).stage()).isEqualTo(Stage.IMPLEMENTATION);
    }

    @Test
    void aCustomerWhoAnswersBeforeTheCallIsNotCalled() {
        CaseReference reference = walk.proposed("meanwhile@example.org", PARCEL);
        walk.runJob(reference, "Event_ReminderDue");
        walk.runJob(reference, "Event_PersonDue");

        walk.answer(reference, true, null);

        assertThat(walk.tasks(reference))
                .extracting("taskDefinitionKey")
                .containsExactly("Activity_PlanImplementation");
    }

    @Test
    void anEffectThatIsNotConfirmedGoesBackToSolutionUnderTheSameNumber() {
        CaseReference reference = walk.implemented("noeffect@example.org", PARCEL);

        walk.answer(reference, false, "It is the wrong colour");

        walk.task(reference, "Activity_ProposeSolution");
        assertThat(walk.file(reference).reopened()).isZero();
        assertThat(walk.file(reference).stage()).isEqualTo(Stage.SOLUTION);
    }

    @Test
    void aProblemThatIsBackAtTheCallReopensTheCase() {
        CaseReference reference = walk.resolved("back@example.org", PARCEL);

        walk.call(reference, Map.of("outcomeText", "not-solved", "noteText", "It broke again"));

        assertThat(walk.file(reference).status()).isEqualTo(CaseStatus.OPEN);
        assertThat(walk.file(reference).reopened()).isEqualTo(1);
        walk.task(reference, "Activity_ProposeSolution");
    }

    @Test
    void afterThreeCallsWithoutAnAnswerTheCaseIsClosed() {
        CaseReference reference = walk.resolved("unreached@example.org", PARCEL);

        for (int call = 0; call < 3; call++) {
            assertThat(walk.file(reference).status()).isEqualTo(CaseStatus.RESOLVED);
            walk.call(reference, Map.of("outcomeText", "not-reached"));
        }

        assertThat(walk.file(reference).status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void aWithdrawalEndsEverythingFromAnyPoint() {
        for (CaseReference reference : new CaseReference[] {
            walk.registered("w1@example.org", PARCEL),
            walk.analysed("w2@example.org", PARCEL),
            walk.proposed("w3@example.org", PARCEL),
            walk.implemented("w4@example.org", PARCEL),
            walk.resolved("w5@example.org", PARCEL)
        }) {
            assertThat(requests.withdraw(reference, "customer")).isInstanceOf(Outcome.Done.class);

            assertThat(walk.file(reference).status()).isEqualTo(CaseStatus.WITHDRAWN);
            assertThat(requests.openQuestion(reference)).isEmpty();
            assertThat(running(reference)).isZero();
            assertThat(requests.withdraw(reference, "customer")).isEqualTo(new Outcome.Refused("already-over"));
        }
    }

    @Test
    void aMessageOfTheCustomerBecomesATaskOfTheOwner() {
        CaseReference reference = walk.analysed("writes@example.org", PARCEL);

        conversation.customerWrote(reference, Channel.EMAIL, "Re: parcel", "Any news?", "<1@example.org>");

        assertThat(walk.task(reference, "Activity_ReadMessage").getAssignee()).isEqualTo("agent");
        walk.submit(reference, "Activity_ReadMessage", Map.of());
        walk.task(reference, "Activity_ProposeSolution");
    }

    @Test
    void anUnreadMessageNeitherHoldsTheCaseOpenNorIsLostWithIt() {
        CaseReference reference = walk.resolved("thanks@example.org", PARCEL);
        conversation.customerWrote(reference, Channel.EMAIL, null, "Thank you!", "<2@example.org>");
        walk.call(reference, Map.of("outcomeText", "solved"));

        assertThat(walk.file(reference).status()).isEqualTo(CaseStatus.CLOSED);
        walk.task(reference, "Activity_ReadMessage");
        requests.reopen(reference, "Broken again", Channel.API, "customer");
        conversation.customerWrote(reference, Channel.EMAIL, null, "Are you there?", "<3@example.org>");
        assertThat(requests.withdraw(reference, "customer")).isEqualTo(new Outcome.Done(reference));
    }

    @Test
    void aWithdrawalTakenDownByTheStaffSaysWhoTookIt() {
        CaseReference reference = walk.analysed("taken-down@example.org", PARCEL);

        requests.withdraw(reference, "agent");

        assertThat(timeline.of(reference))
                .filteredOn(entry -> entry.kind() == Kind.WITHDRAWN)
                .extracting(TimelineEntry::actor)
                .containsExactly("agent");
    }

    @Test
    void theProposalShowsTheProblemAndWhyAnotherRoundIsNeeded() {
        CaseReference reference = walk.resolved("why@example.org", PARCEL);
        walk.call(reference, Map.of("outcomeText", "not-solved", "noteText", "It broke again"));

        Map<String, Object> form = walk.formOf(reference, "Activity_ProposeSolution");

        assertThat(form)
                .containsEntry("problem", "The parcel is lost")
                .containsEntry("refusalReason", "It broke again");
    }

    @Test
    void whoeverComesBackTwiceAfterTheWindowIsLedToTheCaseThatGoesOn() {
        CaseReference reference = walk.closed("twice-late@example.org", PARCEL);
        clock.advance(Duration.ofDays(31));

        Outcome first = requests.reopen(reference, "Broken again", Channel.EMAIL, "customer");
        Outcome second = requests.reopen(reference, "And again", Channel.EMAIL, "customer");

        assertThat(second).isEqualTo(first);
        walk.task(((Outcome.Done) first).reference(), "Activity_ReadMessage");
    }

    @Test
    void nobodyOutsideTheTeamIsGivenTheImplementation() {
        CaseReference reference = walk.proposed("stranger@example.org", PARCEL);
        walk.answer(reference, true, null);

        assertThatThrownBy(() -> walk.submit(
                        reference,
                        "Activity_PlanImplementation",
                        Map.of(
                                "actionText", "Send a new one",
                                "implementerText", "billing",
                                "finishDateText", "2099-01-01",
                                "resourcesReady", true)))
                .hasMessageContaining("team of this case");
    }

    @Test
    void aTeamThatDoesNotExistIsRefused() {
        CaseReference reference = walk.triaged("nowhere@example.org", "Hello");

        assertThatThrownBy(() -> walk.submit(
                        reference,
                        "Activity_TriageRequest",
                        Map.of("category", "enquiry", "priority", "low", "team", "nobody")))
                .hasMessageContaining("which team");
    }

    @Test
    void aClosedCaseComesBackAsItselfWithinTheWindow() {
        CaseReference reference = walk.closed("return@example.org", PARCEL);

        assertThat(requests.reopen(reference, "", Channel.API, "customer"))
                .isEqualTo(new Outcome.Refused("reason-needed"));
        assertThat(requests.reopen(reference, "Broken again", Channel.API, "customer"))
                .isEqualTo(new Outcome.Done(reference));

        assertThat(walk.file(reference).status()).isEqualTo(CaseStatus.OPEN);
        walk.propose(reference, "We come and repair it");
    }

    @Test
    void afterTheWindowALinkedCaseIsOpened() {
        CaseReference reference = walk.closed("late@example.org", PARCEL);
        clock.advance(Duration.ofDays(31));

        Outcome outcome = requests.reopen(reference, "Broken again", Channel.API, "customer");

        CaseReference linked = ((Outcome.Done) outcome).reference();
        assertThat(linked).isNotEqualTo(reference);
        assertThat(walk.file(linked).linkedTo()).isEqualTo(reference.value());
        assertThat(walk.file(linked).owner()).isEqualTo(walk.file(reference).owner());
    }

    @Test
    void aFormWithoutItsTextIsRefusedWithASentence() {
        CaseReference reference = walk.analysed("empty@example.org", PARCEL);

        assertThatThrownBy(() ->
                        walk.submit(reference, "Activity_ProposeSolution", Map.of("finishDateText", "2099-01-01")))
                .hasMessageContaining("describe the solution");
        walk.task(reference, "Activity_ProposeSolution");
    }

    @Test
    void whatPeopleTypeStaysOutOfTheEngine() {
        CaseReference reference = walk.closed("private@example.org", PARCEL);

        assertThat(history.createHistoricVariableInstanceQuery().list())
                .extracting("name")
                .noneMatch(name -> name.toString().endsWith("Text") || name.equals("text"));
        assertThat(history.createHistoricDecisionInstanceQuery()
                        .decisionDefinitionKey("triage-classification")
                        .includeInputs()
                        .list())
                .isNotEmpty()
                .allSatisfy(decision -> assertThat(decision.getInputs())
                        .allSatisfy(input -> assertThat(input.getValue()).isNull()));
        assertThat(reference).isNotNull();
    }

    private long running(CaseReference reference) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .count();
    }
}
