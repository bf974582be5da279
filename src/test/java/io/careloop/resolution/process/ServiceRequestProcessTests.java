package io.careloop.resolution.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.*;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.engine.Refusals;
import io.careloop.resolution.Analysis;
import io.careloop.resolution.CaseEnding;
import io.careloop.resolution.Patience;
import io.careloop.resolution.Solutions;
import io.careloop.support.PlainEngine;
import io.careloop.support.TableRows;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The paths of the frame. What it calls is stood in for by one task: the answer, the outcome of the follow-up. */
@Deployment(
        resources = {
            "processes/resolution/service-request.bpmn",
            "processes/triage/triage-classification.dmn",
            "processes/triage/triage-priority.dmn",
            "processes/triage/triage-routing.dmn",
            "processes/triage/triage-moving-on.dmn",
            "processes/resolution/resolution-scenario.dmn",
            "forms/resolution/resolution-triage-request.form",
            "forms/resolution/resolution-analyse-request.form",
            "forms/resolution/resolution-propose-solution.form",
            "forms/resolution/resolution-plan-implementation.form",
            "forms/resolution/resolution-implement-solution.form"
        })
class ServiceRequestProcessTests {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = PlainEngine.coveringAllBut(
            "ask-customer", "follow-up", "cross-department-collaboration", "lost-parcel", "silence");

    static final CaseReference REFERENCE = CaseReference.of("C-2026-000042");
    static final Date LATER = Date.from(Instant.parse("2030-01-01T00:00:00Z"));

    final Analysis analysis = mock();
    final Patience patience = mock();
    final Solutions solutions = mock();
    final CaseEnding ending = mock();
    final ActingUser actingUser = mock();
    final Refusals refusals = mock();
    final JavaDelegate notifyCustomer = mock();
    final JavaDelegate notifyStaff = mock();
    final JavaDelegate escalateCase = mock();
    final JavaDelegate recordTriage = mock();
    final JavaDelegate explainDelay = mock();
    final JavaDelegate askDepartments = mock();
    final Deque<String> clockSays = new ArrayDeque<>();
    String words = "my parcel has not arrived";
    String helpers;
    String scenarios;

    @BeforeEach
    void registerDelegates() {
        init(ENGINE.getProcessEngine());
        given(actingUser.id()).willReturn("agent");
        given(solutions.propose(any(), any(), any())).willReturn(Optional.empty());
        given(solutions.plan(any(), any(), any(), any(), anyBoolean(), any()))
                .willReturn(new Solutions.Plan.Made("technician", LATER.toInstant()));
        given(solutions.implemented(any(), any(), any(), any())).willReturn(Optional.empty());
        Mocks.register("notifyCustomerDelegate", notifyCustomer);
        Mocks.register("notifyStaffDelegate", notifyStaff);
        Mocks.register("readRequestDelegate", (JavaDelegate)
                execution -> execution.setVariables(Map.of("text", words, "urgency", "NORMAL", "recentCases", 1)));
        Mocks.register("recordTriageDelegate", recordTriage);
        Mocks.register("askDepartmentsDelegate", askDepartments);
        Mocks.register("noteDeadlineDelegate", (JavaDelegate) execution -> execution.setVariables(Map.of(
                "deadlineState", clockSays.peek().replace("escalate", "missed"),
                "escalates", clockSays.pop().equals("escalate"),
                "tellUsers", "agent",
                "tellGroups", "",
                "noticeKey", "deadline")));
        Mocks.register("escalateCaseDelegate", escalateCase);
        Mocks.register("explainMissedResolutionDelegate", explainDelay);
        Mocks.register("recordAnalysisDelegate", new RecordAnalysisDelegate(analysis, actingUser, refusals));
        given(patience.claimBy()).willReturn(LATER.toInstant());
        Mocks.register("lookForClaimDelegate", new LookForClaimDelegate(taskService(), patience));
        Mocks.register("moveRequestOnDelegate", new MoveRequestOnDelegate(analysis, patience, taskService()));
        Mocks.register("recordSolutionDelegate", new RecordSolutionDelegate(solutions, actingUser, refusals));
        Mocks.register("recordPlanDelegate", new RecordPlanDelegate(solutions, actingUser, refusals));
        Mocks.register(
                "recordImplementationDelegate", new RecordImplementationDelegate(solutions, actingUser, refusals));
        Mocks.register("recordResolutionDelegate", new RecordResolutionDelegate(ending));
        Mocks.register("returnToSolutionDelegate", new ReturnToSolutionDelegate(ending, actingUser));
        Mocks.register("closeCaseDelegate", new CloseCaseDelegate(ending));
        Mocks.register("recordWithdrawalDelegate", new RecordWithdrawalDelegate(ending));
        helpers = repositoryService()
                .createDeployment()
                .addModelInstance("ask-customer.bpmn", oneTask("ask-customer"))
                .addModelInstance("follow-up.bpmn", oneTask("follow-up"))
                .addModelInstance("silence.bpmn", oneTask("silence"))
                .addModelInstance("cross-department-collaboration.bpmn", oneTask("cross-department-collaboration"))
                .deploy()
                .getId();
    }

    @AfterEach
    void forgetDelegates() {
        runtimeService()
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(instance -> runtimeService().deleteProcessInstance(instance.getId(), "over"));
        repositoryService().deleteDeployment(helpers, true);
        if (scenarios != null) {
            repositoryService().deleteDeployment(scenarios, true);
        }
        Mocks.reset();
    }

    @Test
    void aClearRequestGoesThroughAllFiveStages() {
        ProcessInstance request = inFollowUp();

        complete(helper(), Map.of("solved", true));

        assertThat(request)
                .isEnded()
                .hasPassedInOrder(
                        "Activity_AcknowledgeRequest",
                        "Activity_RecordTriage",
                        "Activity_RecordAnalysis",
                        "Activity_RecordSolution",
                        "Activity_RecordPlan",
                        "Activity_RecordImplementation",
                        "Activity_RecordResolution",
                        "Activity_CloseCase",
                        "Event_CaseClosed");
    }

    @Test
    void aPersonDecidesWhatNoRuleKnows() {
        words = "hello";
        ProcessInstance request = started();
        execute(job("Activity_ReadRequest", request));

        assertThat(request).isWaitingAt("Activity_TriageRequest");
        assertThat(task(request)).isAssignedTo("agent");
        complete(task(request), Map.of("category", "enquiry", "priority", "low", "team", "experts"));

        assertThat(task(request)).hasCandidateGroup("experts");
    }

    @Test
    void anUnclearProblemIsAskedUntilItIsUnderstood() {
        ProcessInstance request = triaged();
        complete(task(request), Map.of("problemText", "You moved", "problemClear", "no"));
        complete(helper(), Map.of("accepted", false));
        assertThat(request).isWaitingAt("Activity_AnalyseRequest");

        complete(task(request), Map.of("problemText", "It is lost", "problemClear", "no"));
        complete(helper(), Map.of("accepted", true));

        assertThat(request).isWaitingAt("Activity_ProposeSolution");
    }

    @Test
    void aRefusedSolutionIsFollowedByAnother() {
        ProcessInstance request = proposed();

        complete(helper(), Map.of("accepted", false));

        assertThat(request).isWaitingAt("Activity_ProposeSolution");
    }

    @Test
    void theImplementerOfThePlanGetsTheTaskWithItsDate() {
        ProcessInstance request = proposed();
        complete(helper(), Map.of("accepted", true));
        complete(task(request), Map.of("actionText", "send", "finishDateText", "2030-01-01", "resourcesReady", true));

        assertThat(task(request)).isAssignedTo("technician").hasDueDate(LATER);
    }

    @Test
    void aScenarioThatTheTableNamesIsFollowedBeforeSomebodySaysWhatWasDone() {
        ProcessInstance request = followingScenario(oneTask("lost-parcel"));

        complete(helper());

        assertThat(request).isWaitingAt("Activity_ImplementSolution").hasNotPassed("Event_ScenarioBrokeOff");
        assertThat(task(request)).isAssignedTo("technician").hasDueDate(LATER);
    }

    @Test
    void aScenarioThatBreaksOffIsDoneByHand() {
        ProcessInstance request = followingScenario(Bpmn.createExecutableProcess("lost-parcel")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("helper")
                .endEvent()
                .error("carrier-unknown")
                .done());

        complete(helper());

        assertThat(request).isWaitingAt("Activity_ImplementSolution").hasPassed("Event_ScenarioBrokeOff");
    }

    @Test
    void anEffectThatIsNotConfirmedLeadsBackToSolution() {
        ProcessInstance request = implemented();

        complete(helper(), Map.of("accepted", false));

        assertThat(request).isWaitingAt("Activity_ProposeSolution").hasPassed("Event_EffectNotConfirmed");
        then(ending).should().takeUpAgain(REFERENCE, "agent", "");
    }

    @Test
    void aProblemThatCameBackLeadsBackToSolution() {
        ProcessInstance request = inFollowUp();

        complete(helper(), Map.of("solved", false));

        assertThat(request).isWaitingAt("Activity_ProposeSolution").hasPassed("Event_CameBack");
    }

    @Test
    void aReopenedCaseBeginsAtSolution() {
        runtimeService()
                .createMessageCorrelation("resolution.case-reopened")
                .processInstanceBusinessKey(REFERENCE.value())
                .setVariables(variables().putValue("team", "logistics"))
                .correlateStartMessage();

        assertThat(request()).isWaitingAt("Activity_ProposeSolution");
    }

    @Test
    void ownerAndTeamAreWarnedBeforeTheDeadlineAndToldWhenItIsMissed() throws Exception {
        ProcessInstance request = started();
        for (String clock : List.of("FirstResponse", "Resolution")) {
            clockSays.addAll(List.of("near", "missed"));
            execute(job("Event_" + clock + "NoticeDue", request));
            assertThat(request).hasPassed("Activity_WarnOf" + clock).hasNotPassed("Activity_ReportMissed" + clock);
            execute(job("Event_" + clock + "Deadline", request));
            assertThat(request)
                    .hasPassed("Activity_ReportMissed" + clock)
                    .hasNotPassed("Activity_EscalateMissed" + clock)
                    .isWaitingAt("Event_" + clock + "Deadline");
        }
        then(escalateCase).shouldHaveNoInteractions();
        then(explainDelay).should().execute(any());
    }

    @Test
    void aMissedDeadlineThatClimbsIsEscalatedAndWatchedOn() throws Exception {
        ProcessInstance request = started();
        for (String clock : List.of("FirstResponse", "Resolution")) {
            clockSays.addAll(List.of("escalate", "stopped"));
            execute(job("Event_" + clock + "NoticeDue", request));
            assertThat(request).hasPassed("Activity_EscalateMissed" + clock);
            execute(job("Event_" + clock + "Deadline", request));
            assertThat(request).hasPassed("Event_" + clock + "NothingToTell");
        }
        then(escalateCase).should(times(2)).execute(any());
    }

    @Test
    void aNoticeThatComesOutsideOpeningHoursWaitsForThem() {
        ProcessInstance request = started();
        for (String clock : List.of("FirstResponse", "Resolution")) {
            clockSays.addAll(List.of("waiting", "missed"));
            execute(job("Event_" + clock + "NoticeDue", request));
            assertThat(request).hasNotPassed("Activity_WarnOf" + clock, "Activity_ReportMissed" + clock);
            execute(job("Event_" + clock + "Deadline", request));
            assertThat(request).hasPassed("Activity_ReportMissed" + clock);
        }
    }

    @Test
    void nothingIsToldOfAClockThatHasStopped() {
        ProcessInstance request = started();
        for (String clock : List.of("FirstResponse", "Resolution")) {
            clockSays.add("stopped");
            execute(job("Event_" + clock + "NoticeDue", request));
            assertThat(request).hasPassed("Event_" + clock + "NothingToTell").hasNotPassed("Activity_WarnOf" + clock);
        }
    }

    @Test
    void aRequestThatNobodyClaimsGoesToTheNextTeamAndItsFormerTeamSeesItNoMore() throws Exception {
        ProcessInstance request = triaged();

        execute(job("Event_RequestUnclaimed", request));

        assertThat(request).hasPassed("Activity_MoveRequestOn", "Activity_TellNextTeam");
        assertThat(task(request)).hasCandidateGroup("coordinators");
        org.assertj.core.api.Assertions.assertThat(
                        taskQuery().taskCandidateGroup("logistics").list())
                .isEmpty();
        then(analysis).should().moveOn(REFERENCE, "coordinators");
    }

    @Test
    void aClaimedRequestStaysWhereItIsAndIsLookedAtAgain() {
        ProcessInstance request = triaged();
        claim(task(request), "logistics-clerk");

        execute(job("Event_RequestUnclaimed", request));

        assertThat(request).hasNotPassed("Activity_MoveRequestOn");
        taskService().setAssignee(task(request).getId(), null);
        execute(job("Event_ClaimDueAgain", request));
        assertThat(request).hasPassed("Activity_MoveRequestOn");
    }

    @Test
    void anAnalysedRequestIsLookedForNoMore() {
        ProcessInstance request = triaged();
        execute(job("Event_RequestUnclaimed", request));

        complete(task(request), Map.of("problemText", "It is lost", "problemClear", "yes"));

        assertThat(request).isWaitingAt("Activity_ProposeSolution").isNotWaitingAt("Event_ClaimDueAgain");
    }

    @Test
    void aWithdrawalEndsTheRequestWhereverItStands() {
        ProcessInstance request = proposed();

        runtimeService()
                .createMessageCorrelation("resolution.request-withdrawn")
                .processInstanceBusinessKey(REFERENCE.value())
                .setVariable("withdrawnBy", "customer")
                .correlate();

        assertThat(request).isEnded().hasPassed("Event_RequestWithdrawn");
        then(ending).should().withdraw(REFERENCE, "customer");
        org.assertj.core.api.Assertions.assertThat(taskQuery().list()).isEmpty();
    }

    @Test
    void departmentsAreAskedWhileTheRequestGoesOn() {
        ProcessInstance request = triaged();

        correlate("resolution.departments-asked");

        assertThat(request).isWaitingAt("Activity_AnalyseRequest", "Activity_Collaborate");
        complete(helper());
        assertThat(request).isWaitingAt("Activity_AnalyseRequest").hasPassed("Event_DepartmentsAnswered");
    }

    @Test
    void aCaseIsClosedWhenTheDepartmentsAreDone() {
        given(ending.close(REFERENCE)).willReturn(Optional.of("closing-held-up"), Optional.empty());
        ProcessInstance request = inFollowUp();
        complete(helper(), Map.of("solved", true));
        assertThat(request).isWaitingAt("Event_DepartmentsDone").hasNotPassed("Activity_TellClosed");

        correlate("resolution.departments-done");
        execute(job("Event_DepartmentsDone", request));

        assertThat(request)
                .isEnded()
                .hasPassedInOrder("Event_ClosingHeldUp", "Event_DepartmentsDone", "Event_CaseClosed");
    }

    private static void correlate(String message) {
        runtimeService()
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(REFERENCE.value())
                .correlate();
    }

    private ProcessInstance started() {
        ProcessInstance request =
                runtimeService().startProcessInstanceByKey("service-request", REFERENCE.value(), variables());
        assertThat(request).isWaitingAt("Activity_ReadRequest");
        return request;
    }

    private ProcessInstance triaged() {
        ProcessInstance request = started();
        execute(job("Activity_ReadRequest", request));
        assertThat(request).isWaitingAt("Activity_AnalyseRequest");
        assertThat(task(request)).hasCandidateGroup("logistics");
        return request;
    }

    private ProcessInstance proposed() {
        ProcessInstance request = triaged();
        complete(task(request), Map.of("problemText", "It is lost", "problemClear", "yes"));
        complete(task(request), Map.of("solutionText", "a new one", "finishDateText", "2030-01-01"));
        return request;
    }

    private ProcessInstance followingScenario(BpmnModelInstance scenario) {
        scenarios = repositoryService()
                .createDeployment()
                .addModelInstance("lost-parcel.bpmn", scenario)
                .addString(
                        "resolution-scenario.dmn",
                        TableRows.withFirstRow(
                                "processes/resolution/resolution-scenario.dmn", "\"delivery\"", "", "\"lost-parcel\""))
                .deploy()
                .getId();
        ProcessInstance request = proposed();
        complete(helper(), Map.of("accepted", true));
        complete(task(request), Map.of("actionText", "send", "finishDateText", "2030-01-01", "resourcesReady", true));
        execute(job("Activity_FollowScenario", request));
        assertThat(request).isWaitingAt("Activity_FollowScenario");
        return request;
    }

    private ProcessInstance implemented() {
        ProcessInstance request = proposed();
        complete(helper(), Map.of("accepted", true));
        complete(task(request), Map.of("actionText", "send", "finishDateText", "2030-01-01", "resourcesReady", true));
        complete(task(request), Map.of("doneText", "sent", "causeText", "delivery-late"));
        return request;
    }

    private ProcessInstance inFollowUp() {
        ProcessInstance request = implemented();
        complete(helper(), Map.of("accepted", true));
        assertThat(request).isWaitingAt("Activity_FollowUp");
        return request;
    }

    @Test
    void aSilenceThatLastsTooLongIsBrokenAndWatchedOn() {
        ProcessInstance request = started();
        clockSays.addAll(List.of("waiting", "missed", "stopped"));

        execute(job("Event_SilenceNoticeDue", request));
        assertThat(request).isWaitingAt("Event_SilenceDeadline").hasNotPassed("Activity_BreakSilence");
        execute(job("Event_SilenceDeadline", request));
        assertThat(request).isWaitingAt("Activity_BreakSilence");
        complete(helper());
        assertThat(request).isWaitingAt("Event_SilenceDeadline");

        execute(job("Event_SilenceDeadline", request));

        assertThat(request).isWaitingAt("Event_SilenceDeadline");
    }

    private static Task helper() {
        return taskQuery().taskDefinitionKey("helper").singleResult();
    }

    private static ProcessInstance request() {
        return runtimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("service-request")
                .singleResult();
    }

    private static VariableMap variables() {
        return Variables.createVariables()
                .putValue("reference", REFERENCE.value())
                .putValue("owner", "agent")
                .putValue("firstResponseDue", LATER)
                .putValue("firstResponseNotice", LATER)
                .putValue("resolutionDue", LATER)
                .putValue("resolutionNotice", LATER)
                .putValue("silenceNotice", LATER)
                .putValue("claimBy", LATER);
    }

    private static BpmnModelInstance oneTask(String key) {
        return Bpmn.createExecutableProcess(key)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("helper")
                .endEvent()
                .done();
    }
}
