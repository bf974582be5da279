package io.careloop.resolution.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.*;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

import io.careloop.support.PlainEngine;
import java.util.Date;
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

@Deployment(resources = {"processes/resolution/customer-message.bpmn", "forms/resolution/resolution-read-message.form"})
class CustomerMessageProcessTests {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = PlainEngine.coveringAllBut();

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    final JavaDelegate notifyStaff = mock();
    final JavaDelegate escalateCase = mock();

    @BeforeEach
    void registerDelegates() {
        Mocks.register("notifyStaffDelegate", notifyStaff);
        Mocks.register("recordReadingDelegate", new RecordReadingDelegate());
        Mocks.register("escalateCaseDelegate", escalateCase);
        init(ENGINE.getProcessEngine());
    }

    @Test
    void theOwnerIsToldAndReadsTheMessage() throws Exception {
        ProcessInstance message = received();

        assertThat(message).isWaitingAt("Activity_ReadMessage");
        assertThat(task()).isAssignedTo("agent").hasCandidateGroupAssociated("agents");
        then(notifyStaff).should().execute(any());
        complete(task());
        assertThat(message).isEnded().hasPassed("Event_MessageRead");
        then(escalateCase).shouldHaveNoInteractions();
    }

    @Test
    void whoeverWantsSomebodyElseToLookAtItGetsThat() throws Exception {
        ProcessInstance message = received();
        assertThat(message).isWaitingAt("Activity_ReadMessage");

        complete(task(), Map.of("escalationDemanded", true));

        assertThat(message).isEnded().hasPassed("Event_ComplaintClimbs");
        then(escalateCase).should().execute(any());
    }

    private static ProcessInstance received() {
        return runtimeService()
                .startProcessInstanceByKey(
                        "customer-message", "C-2026-000042", Map.of("owner", "agent", "readDue", new Date()));
    }
}
