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

    @Test
    void theOwnerIsToldAndReadsTheMessage() throws Exception {
        JavaDelegate notifyStaff = mock();
        Mocks.register("notifyStaffDelegate", notifyStaff);
        init(ENGINE.getProcessEngine());

        ProcessInstance message = runtimeService()
                .startProcessInstanceByKey(
                        "customer-message", "C-2026-000042", Map.of("owner", "agent", "readDue", new Date()));

        assertThat(message).isWaitingAt("Activity_ReadMessage");
        assertThat(task()).isAssignedTo("agent").hasCandidateGroupAssociated("agents");
        then(notifyStaff).should().execute(any());
        complete(task());
        assertThat(message).isEnded();
    }
}
