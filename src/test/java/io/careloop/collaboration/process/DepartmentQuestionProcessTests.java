package io.careloop.collaboration.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.*;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

import io.careloop.cases.CaseReference;
import io.careloop.collaboration.Branch;
import io.careloop.collaboration.Branches;
import io.careloop.collaboration.Collaborations;
import io.careloop.collaboration.Departments;
import io.careloop.engine.ActingUser;
import io.careloop.engine.Refusals;
import io.careloop.support.PlainEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The paths of one question to one department. */
@Deployment(
        resources = {
            "processes/collaboration/department-question.bpmn",
            "forms/collaboration/collaboration-answer-question.form",
            "forms/collaboration/collaboration-answer-department.form",
            "forms/collaboration/collaboration-decide-on-question.form",
            "forms/collaboration/collaboration-settle-question.form"
        })
class DepartmentQuestionProcessTests {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = PlainEngine.coveringAllBut();

    static final CaseReference REFERENCE = CaseReference.of("C-2026-000042");
    static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    final Branches branches = mock();
    final Departments departments = mock();
    final ActingUser actingUser = mock();
    final Refusals refusals = mock();
    final JavaDelegate notifyStaff = mock();

    @BeforeEach
    void registerDelegates() {
        init(ENGINE.getProcessEngine());
        given(actingUser.id()).willReturn("technician");
        given(branches.takeUp(7)).willReturn(new Branches.Turn("technology", LATER, LATER));
        given(branches.get(7)).willReturn(branch(0));
        given(branches.decideBy()).willReturn(LATER);
        Mocks.register("notifyStaffDelegate", notifyStaff);
        Mocks.register("takeUpQuestionDelegate", new TakeUpQuestionDelegate(branches));
        Mocks.register("recordReplyDelegate", new RecordReplyDelegate(branches, departments, actingUser, refusals));
        Mocks.register("recordClarificationDelegate", new RecordClarificationDelegate(branches, actingUser, refusals));
        Mocks.register("recordDecisionDelegate", new RecordDecisionDelegate(branches, actingUser, refusals));
        Mocks.register("noteLateAnswerDelegate", new NoteLateAnswerDelegate(branches));
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void theDepartmentAnswersAndTheOwnerIsTold() {
        ProcessInstance question = asked();
        assertThat(task()).hasCandidateGroup("technology").hasDueDate(Date.from(LATER));

        complete(task(), Map.of("replyText", "answered", "wordsText", "It is the battery"));
        execute(job("Activity_TellOwner", question));

        assertThat(question).isEnded().hasPassed("Event_QuestionAnswered");
        then(branches).should().answer(7, "It is the battery", "technician");
    }

    @Test
    void whatTheDepartmentAsksBackTheOwnerAnswers() {
        ProcessInstance question = asked();

        complete(task(), Map.of("replyText", "asked-back", "wordsText", "Which one?"));
        assertThat(task()).isAssignedTo("agent").hasDefinitionKey("Activity_AnswerDepartment");
        complete(task(), Map.of("wordsText", "The small one"));

        assertThat(question).isWaitingAt("Activity_AnswerQuestion");
        then(branches).should().clarify(7, "The small one", "technician");
    }

    @Test
    void theOwnerDecidesWhatBecomesOfAQuestionThatIsHandedBack() {
        ProcessInstance question = asked();
        complete(task(), Map.of("replyText", "handed-back", "wordsText", "Not ours"));
        assertThat(task()).isAssignedTo("agent").hasDefinitionKey("Activity_DecideOnQuestion");
        complete(task(), Map.of("decisionText", "again", "wordsText", "Look at the label"));
        assertThat(question).isWaitingAt("Activity_AnswerQuestion");

        given(branches.get(7)).willReturn(branch(1));
        complete(task(), Map.of("replyText", "handed-back", "wordsText", "Still not ours"));
        assertThat(task()).hasCandidateGroup("coordinators").hasDefinitionKey("Activity_SettleQuestion");
        complete(task(), Map.of("decisionText", "drop", "wordsText", "Solved meanwhile"));
        execute(job("Activity_TellOwner", question));

        assertThat(question).isEnded().hasPassed("Event_QuestionDropped");
    }

    @Test
    void aDepartmentThatBringsInAnotherGoesOn() {
        given(departments.ask(any(), any(), anyBoolean(), any()))
                .willReturn(new Collaborations.Outcome.Asked(List.of(), true));
        ProcessInstance question = asked();

        complete(
                task(),
                Map.of(
                        "replyText",
                        "brought-in",
                        "otherDepartmentText",
                        "logistics",
                        "wordsText",
                        "Where was it packed?"));

        assertThat(question).isWaitingAt("Activity_AnswerQuestion");
    }

    @Test
    void halfOfTheLimitAndItsEndAreReportedWhileTheDepartmentGoesOn() throws Exception {
        ProcessInstance question = asked();

        execute(job("Event_HalfOfLimit", question));
        execute(job("Event_LimitOver", question));

        assertThat(question)
                .isWaitingAt("Activity_AnswerQuestion")
                .hasPassed("Event_HalfOfLimitReported", "Event_LateAnswerReported");
        then(branches).should().noteLate(7);
    }

    @Test
    void aCoordinatorGivesTheQuestionToAnotherDepartmentOrEndsIt() {
        ProcessInstance question = asked();
        given(branches.takeUp(anyLong())).willReturn(new Branches.Turn("logistics", LATER, LATER));

        decide(false);
        assertThat(task()).hasCandidateGroup("logistics");
        decide(true);
        execute(job("Activity_TellOwner", question));

        assertThat(question).isEnded().hasNotPassed("Event_QuestionAnswered");
    }

    private static void decide(boolean dropped) {
        runtimeService()
                .createMessageCorrelation("collaboration.coordinator-decided")
                .processInstanceBusinessKey(REFERENCE.value())
                .setVariable("questionDropped", dropped)
                .correlate();
    }

    private ProcessInstance asked() {
        given(branches.answer(anyLong(), any(), any())).willReturn(Optional.empty());
        ProcessInstance question = runtimeService()
                .startProcessInstanceByKey(
                        "department-question", REFERENCE.value(), Map.of("branchId", 7L, "owner", "agent"));
        assertThat(question).isWaitingAt("Activity_AnswerQuestion");
        return question;
    }

    private static Branch branch(int handBacks) {
        return new Branch(
                7,
                1,
                REFERENCE,
                1,
                "technology",
                "Is it the battery?",
                LATER,
                "agent",
                Branch.State.WITH_DEPARTMENT,
                Duration.ofHours(8),
                Duration.ZERO,
                LATER,
                LATER,
                handBacks,
                false,
                null,
                null);
    }
}
