package io.careloop.deadline.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.*;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.ClockId;
import io.careloop.deadline.DeadlineNotices;
import io.careloop.deadline.DeadlineNotices.Notice;
import io.careloop.deadline.DeadlineNotices.State;
import io.careloop.deadline.Promises;
import io.careloop.support.PlainEngine;
import java.time.Instant;
import java.util.Date;
import java.util.List;
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

@Deployment(resources = "processes/deadline/promise.bpmn")
class PromiseProcessTests {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = PlainEngine.coveringAllBut();

    static final CaseReference REFERENCE = CaseReference.of("C-2026-000042");
    static final ClockId SECOND = ClockId.parse("promise.2");
    static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    final DeadlineNotices notices = mock();
    final Promises promises = mock();
    final JavaDelegate notifyStaff = mock();
    final JavaDelegate escalateCase = mock();

    @BeforeEach
    void registerDelegates() {
        Mocks.register("noteDeadlineDelegate", new NoteDeadlineDelegate(notices));
        Mocks.register("recordBrokenPromiseDelegate", new RecordBrokenPromiseDelegate(promises));
        Mocks.register("notifyStaffDelegate", notifyStaff);
        Mocks.register("escalateCaseDelegate", escalateCase);
        init(ENGINE.getProcessEngine());
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void theOwnerIsRemindedBeforeAndNobodyHearsOfAKeptPromise() throws Exception {
        ProcessInstance promise = promised();

        look(promise, State.WAITING, false);
        look(promise, State.NEAR, false);
        assertThat(promise).isWaitingAt("Gateway_WaitForPromise");
        then(notifyStaff).should().execute(any());
        runtimeService()
                .createMessageCorrelation("deadline.promise-ended")
                .processInstanceVariableEquals("clockSubject", "2")
                .correlate();

        assertThat(promise).isEnded().hasPassed("Event_PromiseOver");
        then(promises).should(never()).breach(any(), anyInt());
        then(escalateCase).should(never()).execute(any());
    }

    @Test
    void aBrokenPromiseIsPutOnRecordToldAndClimbs() throws Exception {
        ProcessInstance promise = promised();

        look(promise, State.MISSED, true);

        assertThat(promise).isWaitingAt("Gateway_WaitForPromise");
        then(promises).should().breach(REFERENCE, 2);
        then(notifyStaff).should(times(1)).execute(any());
        then(escalateCase).should().execute(any());

        look(promise, State.MISSED, false);

        then(notifyStaff).should(times(2)).execute(any());
        then(escalateCase).should(times(1)).execute(any());

        look(promise, State.STOPPED, false);

        assertThat(promise).isEnded().hasPassed("Event_NothingToWatch");
    }

    private ProcessInstance promised() {
        ProcessInstance promise = runtimeService()
                .startProcessInstanceByKey(
                        "promise",
                        REFERENCE.value(),
                        Map.of("clockSubject", "2", "promiseDue", new Date(), "promiseNotice", new Date()));
        assertThat(promise).isWaitingAt("Gateway_WaitForPromise");
        return promise;
    }

    private void look(ProcessInstance promise, State state, boolean escalates) {
        given(notices.note(REFERENCE, SECOND))
                .willReturn(new Notice(state, LATER, List.of("agent"), List.of(), "notice/" + state, escalates));
        execute(job(promise));
    }
}
