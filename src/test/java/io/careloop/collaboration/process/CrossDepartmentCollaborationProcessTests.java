package io.careloop.collaboration.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.*;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

import io.careloop.cases.CaseReference;
import io.careloop.collaboration.Branch;
import io.careloop.collaboration.Branches;
import io.careloop.collaboration.Collaboration;
import io.careloop.collaboration.Collaborations;
import io.careloop.collaboration.Departments;
import io.careloop.engine.ActingUser;
import io.careloop.engine.Refusals;
import io.careloop.engine.SystemCalls;
import io.careloop.support.PlainEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several departments at once. A question is stood in for by one task. */
@Deployment(
        resources = {
            "processes/collaboration/cross-department-collaboration.bpmn",
            "forms/collaboration/collaboration-coordinate-departments.form",
            "forms/collaboration/collaboration-write-minutes.form"
        })
class CrossDepartmentCollaborationProcessTests {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = PlainEngine.coveringAllBut("department-question");

    static final CaseReference REFERENCE = CaseReference.of("C-2026-000042");
    static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    final Collaborations collaborations = mock();
    final Branches branches = mock();
    final Departments departments = mock();
    final ActingUser actingUser = mock();
    final Refusals refusals = mock();
    final JavaDelegate notifyStaff = mock();
    final SystemCalls system = mock();
    String helper;

    @BeforeEach
    void registerDelegates() {
        init(ENGINE.getProcessEngine());
        given(actingUser.id()).willReturn("coordinator");
        willAnswer(call -> {
                    call.getArgument(0, Runnable.class).run();
                    return null;
                })
                .given(system)
                .run(any());
        given(branches.minutesBy()).willReturn(LATER);
        given(branches.coordinateBy()).willReturn(LATER);
        given(collaborations.callCoordinator(REFERENCE)).willReturn(true, false);
        Mocks.register("notifyStaffDelegate", notifyStaff);
        Mocks.register("putQuestionsDelegate", new PutQuestionsDelegate(collaborations, branches));
        Mocks.register("noteCoordinationDelegate", new NoteCoordinationDelegate(collaborations, branches));
        Mocks.register(
                "recordCoordinationDelegate",
                new RecordCoordinationDelegate(collaborations, departments, actingUser, refusals));
        Mocks.register("recordMinutesDelegate", new RecordMinutesDelegate(collaborations, actingUser, refusals));
        Mocks.register(
                "endCollaborationDelegate", new EndCollaborationDelegate(collaborations, runtimeService(), system));
        helper = repositoryService()
                .createDeployment()
                .addModelInstance(
                        "department-question.bpmn",
                        Bpmn.createExecutableProcess("department-question")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("helper")
                                .endEvent()
                                .done())
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
        repositoryService().deleteDeployment(helper, true);
        Mocks.reset();
    }

    @Test
    void oneDepartmentNeedsNoCoordinator() {
        ProcessInstance collaboration = asked(false, 1);

        complete(helpers().get(0));

        assertThat(collaboration).isEnded().hasNotPassed("Activity_TellCoordinators");
        then(collaborations).should().end(REFERENCE);
    }

    @Test
    void severalDepartmentsWorkAtOnceAndACoordinatorIsCalledOnce() throws Exception {
        ProcessInstance collaboration = asked(false, 2);
        added();

        assertThat(collaboration).hasPassed("Activity_TellCoordinators", "Event_CoordinatedAlready");
        then(notifyStaff).should(times(1)).execute(any());
        org.assertj.core.api.Assertions.assertThat(helpers()).hasSize(3);
        helpers().forEach(task -> complete(task));
        assertThat(collaboration).isEnded();
    }

    @Test
    void theCoordinatorArrangesUntilAllIsArranged() {
        given(departments.extend(2, Duration.ofHours(4), "A part is missing", "coordinator"))
                .willReturn(Optional.empty());
        ProcessInstance collaboration = asked(false, 2);

        complete(
                task("Activity_CoordinateDepartments", collaboration),
                Map.of("actionText", "extend", "numberText", "2", "hoursText", "4", "wordsText", "A part is missing"));
        complete(task("Activity_CoordinateDepartments", collaboration), Map.of("actionText", "arranged"));

        assertThat(collaboration).hasPassed("Event_CoordinationDone").isWaitingAt("Activity_AskDepartment");
        then(departments).should().extend(2, Duration.ofHours(4), "A part is missing", "coordinator");
    }

    @Test
    void aTaskForceEndsWithMinutes() {
        given(collaborations.keepMinutes(REFERENCE, "Batch 7 is called back", "coordinator"))
                .willReturn(Optional.empty());
        ProcessInstance collaboration = asked(true, 2);
        helpers().forEach(task -> complete(task));

        complete(task("Activity_WriteMinutes", collaboration), Map.of("minutesText", "Batch 7 is called back"));

        assertThat(collaboration).isEnded().hasPassed("Activity_RecordMinutes");
    }

    private ProcessInstance asked(boolean taskForce, int departments) {
        Collaboration run = new Collaboration(1, taskForce, LATER, "agent", null, null, null, null);
        List<Branch> open = IntStream.rangeClosed(1, departments)
                .mapToObj(CrossDepartmentCollaborationProcessTests::branch)
                .toList();
        given(collaborations.open(REFERENCE)).willReturn(Optional.of(run));
        given(collaborations.openBranches(1)).willReturn(open);
        return runtimeService()
                .startProcessInstanceByKey(
                        "cross-department-collaboration",
                        REFERENCE.value(),
                        Map.of("reference", REFERENCE.value(), "owner", "agent"));
    }

    private static void added() {
        runtimeService()
                .createMessageCorrelation("collaboration.department-added")
                .processInstanceBusinessKey(REFERENCE.value())
                .setVariableToTriggeredScope("branchId", 9L)
                .correlate();
    }

    private static List<Task> helpers() {
        return taskQuery().taskDefinitionKey("helper").list();
    }

    private static Branch branch(int number) {
        return new Branch(
                number,
                1,
                REFERENCE,
                number,
                "technology",
                "Is it the battery?",
                LATER,
                "agent",
                Branch.State.WITH_DEPARTMENT,
                Duration.ofHours(8),
                Duration.ZERO,
                LATER,
                LATER,
                0,
                false,
                null,
                null);
    }
}
