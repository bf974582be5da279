package io.careloop.resolution.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.*;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.engine.ActingUser;
import io.careloop.engine.Refusals;
import io.careloop.resolution.Patience;
import io.careloop.resolution.Questions;
import io.careloop.support.PlainEngine;
import java.time.Instant;
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

@Deployment(resources = {"processes/resolution/ask-customer.bpmn", "forms/resolution/resolution-get-answer.form"})
class AskCustomerProcessTests {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = PlainEngine.coveringAllBut();

    static final CaseReference REFERENCE = CaseReference.of("C-2026-000042");
    static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    final Questions questions = mock();
    final Patience patience = mock();
    final ActingUser actingUser = mock();
    final JavaDelegate notifyCustomer = mock();
    final JavaDelegate pauseClock = mock();
    final JavaDelegate resumeClock = mock();

    @BeforeEach
    void registerDelegates() {
        given(patience.fromNow()).willReturn(new Patience.Waiting(LATER, LATER));
        given(patience.personAfterReminder()).willReturn(LATER);
        given(actingUser.id()).willReturn("agent");
        given(questions.answer(any(), anyBoolean(), any(), any(), any())).willReturn(new Questions.Answer.Taken());
        Mocks.register("askCustomerDelegate", new AskCustomerDelegate(patience));
        Mocks.register(
                "recordAnswerDelegate",
                new RecordAnswerDelegate(questions, patience, actingUser, mock(Refusals.class)));
        Mocks.register("notifyCustomerDelegate", notifyCustomer);
        Mocks.register("pauseClockDelegate", pauseClock);
        Mocks.register("resumeClockDelegate", resumeClock);
        init(ENGINE.getProcessEngine());
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void theCustomerAnswersAtOnce() throws Exception {
        ProcessInstance asking = asked();

        customerAnswers();

        assertThat(asking).isEnded().hasPassed("Event_AnsweredAtOnce");
        then(notifyCustomer).should(times(1)).execute(any());
        then(resumeClock).should(times(1)).execute(any());
    }

    @Test
    void theCustomerAnswersAfterTheReminder() throws Exception {
        ProcessInstance asking = reminded();

        customerAnswers();

        assertThat(asking).isEnded().hasPassed("Activity_RemindCustomer", "Event_AnsweredAfterReminder");
        then(notifyCustomer).should(times(2)).execute(any());
    }

    @Test
    void theCustomerAnswersBeforeSomebodyCalls() {
        ProcessInstance asking = broughtToAPerson();

        customerAnswers();

        assertThat(asking).isEnded().hasPassed("Event_AnsweredByItself").hasNotPassed("Activity_RecordAnswer");
    }

    @Test
    void somebodyGetsTheAnswerFromTheCustomer() {
        ProcessInstance asking = broughtToAPerson();

        complete(task(), Map.of("answerText", "no", "reasonText", "too late"));

        assertThat(asking).isEnded().hasPassed("Event_AnsweredInPerson");
        then(questions).should().answer(REFERENCE, false, "too late", Channel.PHONE, "agent");
    }

    @Test
    void whoeverCannotBeReachedIsRemindedAndCalledAgain() {
        ProcessInstance asking = broughtToAPerson();

        complete(task(), Map.of("answerText", "none"));

        assertThat(asking).isWaitingAt("Gateway_AnswerOrMoreSilence");
        execute(job("Event_PersonDue", asking));
        assertThat(asking).isWaitingAt("Activity_GetAnswer");
        then(questions).shouldHaveNoInteractions();
    }

    private ProcessInstance asked() {
        ProcessInstance asking = runtimeService()
                .startProcessInstanceByKey(
                        "ask-customer",
                        REFERENCE.value(),
                        Map.of(
                                "owner", "agent",
                                "resolutionDue", Date.from(LATER),
                                "questionTemplate", "solution-proposed",
                                "reminderTemplate", "solution-reminder"));
        assertThat(asking).isWaitingAt("Gateway_AnswerOrSilence").hasPassed("Activity_PauseClock");
        return asking;
    }

    private ProcessInstance reminded() {
        ProcessInstance asking = asked();
        execute(job("Event_ReminderDue", asking));
        return asking;
    }

    private ProcessInstance broughtToAPerson() {
        ProcessInstance asking = reminded();
        execute(job("Event_PersonDue", asking));
        assertThat(asking).isWaitingAt("Activity_GetAnswer").hasPassed("Activity_ResumeClockForPerson");
        assertThat(task()).isAssignedTo("agent").hasCandidateGroupAssociated("agents");
        return asking;
    }

    private void customerAnswers() {
        runtimeService()
                .createMessageCorrelation("resolution.customer-answered")
                .processInstanceBusinessKey(REFERENCE.value())
                .setVariable("accepted", true)
                .correlate();
    }
}
