package io.careloop.recovery.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.*;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.WorkingTime;
import io.careloop.engine.ActingUser;
import io.careloop.engine.Refusals;
import io.careloop.recovery.Compensations;
import io.careloop.recovery.Compensations.Outcome;
import io.careloop.recovery.Learning;
import io.careloop.recovery.Payouts;
import io.careloop.recovery.RecoveryProcesses;
import io.careloop.recovery.RecoveryProperties;
import io.careloop.support.PlainEngine;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@Deployment(
        resources = {
            "processes/recovery/compensation.bpmn",
            "processes/recovery/learning.bpmn",
            "forms/recovery/recovery-approve-compensation.form",
            "forms/recovery/recovery-pay-by-hand.form",
            "forms/recovery/recovery-learn-from-error.form"
        })
class CompensationProcessTests {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = PlainEngine.coveringAllBut();

    static final CaseReference REFERENCE = CaseReference.of("C-2026-000042");
    static final UUID GRANT = UUID.fromString("00000000-0000-0000-0000-000000000042");
    static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    final Compensations compensations = mock();
    final Payouts payouts = mock();
    final RecoveryProcesses processes = mock();
    final WorkingTime workingTime = mock();
    final ActingUser actingUser = mock();
    final Refusals refusals = mock();
    final JavaDelegate notifyCustomer = mock();
    final Learning learning = mock();

    @BeforeEach
    void registerDelegates() {
        given(actingUser.id()).willReturn("expert");
        given(workingTime.plus(any(), any())).willReturn(LATER);
        given(payouts.pay(GRANT)).willReturn(new Payouts.Outcome.Paid());
        given(compensations.find(GRANT)).willReturn(Optional.empty());
        given(learning.learnt(3L, REFERENCE, "Ask for the size")).willReturn(Optional.empty());
        Mocks.register(
                "recordCompensationDecisionDelegate",
                new RecordCompensationDecisionDelegate(compensations, actingUser, refusals));
        Mocks.register(
                "payCompensationDelegate",
                new PayCompensationDelegate(payouts, workingTime, properties(), Clock.fixed(LATER, ZoneOffset.UTC)));
        Mocks.register(
                "recordPaymentByHandDelegate", new RecordPaymentByHandDelegate(compensations, actingUser, refusals));
        Mocks.register("reportCompensationDelegate", new ReportCompensationDelegate(compensations, processes));
        Mocks.register("recordLessonDelegate", new RecordLessonDelegate(learning, refusals));
        Mocks.register("notifyCustomerDelegate", notifyCustomer);
        init(ENGINE.getProcessEngine());
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void withinTheLimitItIsPaidAndTold() throws Exception {
        ProcessInstance compensation = proposed(false);

        execute(job());

        assertThat(compensation).isEnded().hasPassed("Event_CompensationOver");
        then(notifyCustomer).should().execute(any());
    }

    @Test
    void aboveTheLimitSomebodyElseApproves() {
        given(compensations.approve(GRANT, "expert", null)).willReturn(new Outcome.Granted(GRANT));
        ProcessInstance compensation = proposed(true);
        assertThat(task()).hasCandidateGroupAssociated("experts").hasDueDate(Date.from(LATER));

        complete(task(), Map.of("decisionText", "approve"));

        assertThat(compensation).isWaitingAt("Activity_PayCompensation");
    }

    @Test
    void whatIsRefusedIsNotPaid() throws Exception {
        given(compensations.refuse(GRANT, "expert", "too much")).willReturn(new Outcome.NotGranted(GRANT));
        ProcessInstance compensation = proposed(true);

        complete(task(), Map.of("decisionText", "refuse", "reasonText", "too much"));

        assertThat(compensation).isEnded().hasPassed("Activity_ReportCompensation");
        then(payouts).shouldHaveNoInteractions();
        then(notifyCustomer).should(never()).execute(any());
    }

    @Test
    void whatIsNotDecidedIsTriedAgainByTheEngine() {
        given(payouts.pay(GRANT)).willReturn(new Payouts.Outcome.Later("no answer"), new Payouts.Outcome.Paid());
        ProcessInstance compensation = proposed(false);
        int retries = job().getRetries();

        assertThatThrownBy(() -> execute(job())).hasMessageContaining("no answer");
        assertThat(compensation).isWaitingAt("Activity_PayCompensation");
        org.assertj.core.api.Assertions.assertThat(job().getRetries()).isEqualTo(retries - 1);
        execute(job());

        assertThat(compensation).isEnded();
    }

    @Test
    void whatTheServiceDoesNotPayAPersonPays() throws Exception {
        ProcessInstance compensation = byHand();

        complete(task(), Map.of("outcomeText", "paid", "noteText", "receipt 17"));

        assertThat(compensation).isEnded();
        then(compensations).should().paid(GRANT, "expert", "receipt 17");
        then(notifyCustomer).should().execute(any());
    }

    @Test
    void whatCannotBeGivenIsTakenOffTheSumAndNotTold() throws Exception {
        ProcessInstance compensation = byHand();

        complete(task(), Map.of("outcomeText", "not-paid", "noteText", "account closed"));

        assertThat(compensation).isEnded();
        then(compensations).should().notPaid(GRANT, "expert", "account closed");
        then(notifyCustomer).should(never()).execute(any());
    }

    @Test
    void aWithdrawnCaseNeedsNoApproval() {
        ProcessInstance compensation = proposed(true);

        runtimeService()
                .createMessageCorrelation(RecoveryModel.Message.CASE_WITHDRAWN)
                .processInstanceBusinessKey(REFERENCE.value())
                .correlateAll();

        assertThat(compensation).isEnded().hasPassed("Event_NothingLeftToApprove");
    }

    @Test
    void qualityKeepsWhatIsLearntFromAnError() {
        ProcessInstance item = runtimeService()
                .startProcessInstanceByKey(
                        RecoveryModel.LEARNING,
                        REFERENCE.value(),
                        Variables.putValue("learning", 3L).putValue("learnDue", Date.from(LATER)));
        assertThat(item).isWaitingAt("Activity_LearnFromError");
        assertThat(task()).hasCandidateGroupAssociated("quality");

        complete(task(), Map.of("lessonText", "Ask for the size"));

        assertThat(item).isEnded();
        then(learning).should().learnt(3L, REFERENCE, "Ask for the size");
    }

    private ProcessInstance byHand() {
        given(payouts.pay(GRANT)).willReturn(new Payouts.Outcome.ByHand());
        ProcessInstance compensation = proposed(false);
        execute(job());
        assertThat(task()).hasCandidateGroupAssociated("recovery").hasDueDate(Date.from(LATER));
        return compensation;
    }

    private ProcessInstance proposed(boolean approvalNeeded) {
        ProcessInstance compensation = runtimeService()
                .startProcessInstanceByKey(
                        RecoveryModel.COMPENSATION,
                        REFERENCE.value(),
                        Variables.putValue("grant", GRANT.toString())
                                .putValue("approvalNeeded", approvalNeeded)
                                .putValue("team", approvalNeeded ? "experts" : null)
                                .putValue("approvalDue", Date.from(LATER)));
        assertThat(compensation)
                .isWaitingAt(approvalNeeded ? "Activity_ApproveCompensation" : "Activity_PayCompensation");
        return compensation;
    }

    private static RecoveryProperties properties() {
        return new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("careloop.recovery", RecoveryProperties.class);
    }
}
