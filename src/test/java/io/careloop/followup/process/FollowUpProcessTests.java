package io.careloop.followup.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.*;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.engine.Refusals;
import io.careloop.followup.Feedback;
import io.careloop.followup.FollowUpCalls;
import io.careloop.support.PlainEngine;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Deployment(resources = {"processes/followup/follow-up.bpmn", "forms/followup/followup-call-customer.form"})
class FollowUpProcessTests {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = PlainEngine.coveringAllBut();

    static final CaseReference REFERENCE = CaseReference.of("C-2026-000042");
    static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    final FollowUpCalls calls = mock();
    final Feedback feedback = mock();
    final ActingUser actingUser = mock();
    final JavaDelegate notifyCustomer = mock();

    @BeforeEach
    void registerDelegates() {
        given(calls.plan(REFERENCE)).willReturn(new FollowUpCalls.Window(LATER, LATER.plusSeconds(3600)));
        given(actingUser.id()).willReturn("agent");
        Mocks.register("planCallDelegate", new PlanCallDelegate(calls));
        Mocks.register("recordCallDelegate", new RecordCallDelegate(calls, feedback, actingUser, mock(Refusals.class)));
        Mocks.register("notifyCustomerDelegate", notifyCustomer);
        init(ENGINE.getProcessEngine());
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void theCustomerSaysThatItStaysSolvedAndIsAskedForOneWord() throws Exception {
        ProcessInstance followUp = timeToCall();

        complete(task(), Map.of("outcomeText", "solved"));

        assertThat(followUp).isEnded().hasPassed("Activity_AskForWord", "Event_FollowUpDone");
        assertThat(followUp).variables().containsEntry("solved", true);
        then(notifyCustomer).should().execute(any());
    }

    @Test
    void whoeverSaidTheirWordOnThePhoneIsNotAskedAgain() throws Exception {
        ProcessInstance followUp = timeToCall();

        complete(task(), Map.of("outcomeText", "solved", "wordText", "caring"));

        assertThat(followUp).isEnded().hasNotPassed("Activity_AskForWord");
        then(feedback).should().give(REFERENCE, "caring", null, null);
        then(notifyCustomer).should(never()).execute(any());
    }

    @Test
    void aProblemThatIsBackEndsTheFollowUpUnsolved() {
        ProcessInstance followUp = timeToCall();

        complete(task(), Map.of("outcomeText", "not-solved", "noteText", "broke again"));

        assertThat(followUp).isEnded().hasPassed("Event_ProblemCameBack");
        assertThat(followUp).variables().containsEntry("solved", false);
    }

    @Test
    void whoeverIsNotReachedIsCalledAgainUntilTheTriesAreUsedUp() {
        given(calls.record(any(), anyBoolean(), anyBoolean(), any(), any())).willReturn(true, false);
        ProcessInstance followUp = timeToCall();

        complete(task(), Map.of("outcomeText", "not-reached"));
        assertThat(followUp).isWaitingAt("Event_TimeToCall");
        execute(job());
        complete(task(), Map.of("outcomeText", "not-reached"));

        assertThat(followUp).isEnded().hasPassed("Activity_AskForWord");
        assertThat(followUp).variables().containsEntry("solved", true);
    }

    private ProcessInstance timeToCall() {
        ProcessInstance followUp =
                runtimeService().startProcessInstanceByKey("follow-up", REFERENCE.value(), Map.of("owner", "agent"));
        assertThat(followUp).isWaitingAt("Event_TimeToCall");
        execute(job());
        assertThat(task()).isAssignedTo("agent").hasCandidateGroupAssociated("agents");
        return followUp;
    }
}
