package io.careloop.deadline.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.*;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.SilenceRule.Answer;
import io.careloop.deadline.Silences;
import io.careloop.support.PlainEngine;
import java.time.Instant;
import java.util.Date;
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

@Deployment(resources = {"processes/deadline/silence.bpmn", "forms/deadline/deadline-write-to-customer.form"})
class SilenceProcessTests {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = PlainEngine.coveringAllBut();

    static final CaseReference REFERENCE = CaseReference.of("C-2026-000042");
    static final Instant SOON = Instant.parse("2030-01-01T00:00:00Z");

    final Silences silences = mock();
    final JavaDelegate notifyCustomer = mock();
    final JavaDelegate recordWord = mock();

    @BeforeEach
    void registerDelegates() {
        Mocks.register("chooseAnswerDelegate", new ChooseAnswerDelegate(silences));
        Mocks.register("notifyCustomerDelegate", notifyCustomer);
        Mocks.register("recordWordDelegate", recordWord);
        init(ENGINE.getProcessEngine());
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void aNoticeGoesOutByItself() throws Exception {
        ProcessInstance silence = tooLong(Optional.of(new Silences.Answer(Answer.NOTICE, SOON)));

        assertThat(silence).isEnded().hasPassed("Event_ProgressTold");
        then(notifyCustomer).should().execute(any());
    }

    @Test
    void theOwnerWritesByTheTimeThatTheTableGives() throws Exception {
        ProcessInstance silence = tooLong(Optional.of(new Silences.Answer(Answer.TASK, SOON)));

        assertThat(silence).isWaitingAt("Activity_WriteToCustomer");
        assertThat(task()).isAssignedTo("agent").hasDueDate(Date.from(SOON));
        complete(task());

        assertThat(silence).isEnded().hasPassed("Event_CustomerHeard");
        then(recordWord).should().execute(any());
        then(notifyCustomer).should(never()).execute(any());
    }

    @Test
    void nobodyHasToWriteOnceTheCustomerHasHeardOtherwise() throws Exception {
        ProcessInstance silence = tooLong(Optional.of(new Silences.Answer(Answer.TASK, SOON)));

        runtimeService()
                .createMessageCorrelation(DeadlineModel.SILENCE_OVER)
                .processInstanceBusinessKey(REFERENCE.value())
                .correlate();

        assertThat(silence).isEnded().hasPassed("Event_NobodyHasToWrite");
        then(recordWord).should(never()).execute(any());
    }

    @Test
    void nothingIsDoneIfTheTableSaysSoNow() {
        assertThat(tooLong(Optional.empty())).isEnded().hasPassed("Event_NobodyHasToWrite");
    }

    private ProcessInstance tooLong(Optional<Silences.Answer> answer) {
        given(silences.answer(REFERENCE)).willReturn(answer);
        return runtimeService()
                .startProcessInstanceByKey(
                        "silence", REFERENCE.value(), Map.of("reference", REFERENCE.value(), "owner", "agent"));
    }
}
