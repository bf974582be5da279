package io.careloop.recovery.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.*;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.engine.Refusals;
import io.careloop.recovery.CheckAnswer;
import io.careloop.recovery.Compensations;
import io.careloop.recovery.Proposal;
import io.careloop.recovery.Recoveries;
import io.careloop.recovery.Recovery;
import io.careloop.support.PlainEngine;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mockito.ArgumentCaptor;

@Deployment(
        resources = {
            "processes/recovery/service-recovery.bpmn",
            "processes/recovery/recovery-kind.dmn",
            "forms/recovery/recovery-apologise.form",
            "forms/recovery/recovery-make-good.form",
            "forms/recovery/recovery-check-with-customer.form"
        })
class ServiceRecoveryProcessTests {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = PlainEngine.coveringAllBut();

    static final CaseReference REFERENCE = CaseReference.of("C-2026-000042");
    static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    final Recoveries recoveries = mock();
    final Compensations compensations = mock();
    final ActingUser actingUser = mock();
    final Refusals refusals = mock();
    final JavaDelegate notifyCustomer = mock();
    final JavaDelegate notifyStaff = mock();

    @BeforeEach
    void registerDelegates() {
        given(actingUser.id()).willReturn("recovery");
        given(recoveries.openOf(REFERENCE)).willReturn(Optional.of(recovery()));
        given(recoveries.apologise(eq(REFERENCE), anyString(), anyString()))
                .willReturn(new Recoveries.Step.Done(LATER));
        given(recoveries.fix(eq(REFERENCE), anyString(), anyString())).willReturn(new Recoveries.Step.Done(LATER));
        given(recoveries.planCheck(REFERENCE)).willReturn(new Recoveries.CheckWindow(LATER, LATER.plusSeconds(3600)));
        given(recoveries.check(any(), any(), any(), any(), any())).willReturn(new Recoveries.CheckOutcome.Taken(false));
        given(compensations.propose(any())).willReturn(new Compensations.Outcome.Granted(UUID.randomUUID()));
        Mocks.register("recordApologyDelegate", new RecordApologyDelegate(recoveries, actingUser, refusals));
        MakingGoodForm form = new MakingGoodForm(recoveries, actingUser, refusals);
        Mocks.register(
                "recordMakingGoodDelegate",
                new RecordMakingGoodDelegate(recoveries, compensations, form, actingUser, refusals));
        Mocks.register("planRecoveryCheckDelegate", new PlanRecoveryCheckDelegate(recoveries));
        Mocks.register(
                "recordRecoveryCheckDelegate", new RecordRecoveryCheckDelegate(recoveries, actingUser, refusals));
        Mocks.register("notifyCustomerDelegate", notifyCustomer);
        Mocks.register("notifyStaffDelegate", notifyStaff);
        init(ENGINE.getProcessEngine());
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void anApologyAndWhatWasPutRightMayBeEnough() throws Exception {
        ProcessInstance recovery = noticed();

        complete(task(), Map.of("apologyText", "I am sorry that you had to wait"));
        then(notifyCustomer).should().execute(any());
        assertThat(task()).isAssignedTo("recovery").hasDueDate(Date.from(LATER));
        complete(task(), Map.of("fixText", "Sent by courier today", "kindText", "none"));
        execute(job("Event_TimeToCheck"));
        complete(task(), Map.of("answerText", "content", "causeText", "delivery-late"));

        assertThat(recovery).isEnded().hasPassed("Event_CustomerWonBack");
        then(compensations).should(never()).propose(any());
        then(recoveries).should().check(REFERENCE, CheckAnswer.CONTENT, null, "delivery-late", "recovery");
    }

    @Test
    void theCustomerGetsWhatFitsBeforeTheyAreAsked() {
        ProcessInstance recovery = proposed();
        ArgumentCaptor<Proposal> proposal = ArgumentCaptor.forClass(Proposal.class);
        then(compensations).should().propose(proposal.capture());
        org.assertj.core.api.Assertions.assertThat(proposal.getValue().amount()).isEqualTo(new BigDecimal("30.00"));
        assertThat(recovery).isWaitingAt("Event_CompensationSettled");

        settled(true);

        assertThat(recovery).isWaitingAt("Event_TimeToCheck");
    }

    @Test
    void whereACompensationIsRefusedAnotherWayIsSought() {
        ProcessInstance recovery = proposed();

        settled(false);

        assertThat(recovery).isWaitingAt("Activity_MakeGood");
        assertThat(task()).isAssignedTo("recovery");
    }

    @Test
    void aCustomerWhoIsNotContentGetsAnotherAttempt() {
        ProcessInstance recovery = toBeChecked();

        complete(task(), Map.of("answerText", "not-content", "noteText", "Still broken", "causeText", "other"));

        assertThat(recovery).isWaitingAt("Activity_MakeGood");
    }

    @Test
    void aCustomerWhoIsNotReachedIsTriedAgainAndThenLeftInPeace() {
        given(recoveries.check(any(), any(), any(), any(), any()))
                .willReturn(new Recoveries.CheckOutcome.Taken(true), new Recoveries.CheckOutcome.Taken(false));
        ProcessInstance recovery = toBeChecked();

        complete(task(), Map.of("answerText", "not-reached", "causeText", "other"));
        assertThat(recovery).isWaitingAt("Event_TimeToCheck");
        execute(job("Event_TimeToCheck"));
        complete(task(), Map.of("answerText", "not-reached", "causeText", "other"));

        assertThat(recovery).isEnded().hasPassed("Event_CustomerNotReached");
    }

    @Test
    void theTeamIsRemindedOfAnApologyThatIsOverdue() throws Exception {
        ProcessInstance recovery = noticed();

        execute(job("Event_ApologyOverdue"));

        then(notifyStaff).should().execute(any());
        assertThat(recovery).isWaitingAt("Activity_Apologise").hasPassed("Event_TeamReminded");
    }

    @Test
    void itEndsWithTheCase() {
        ProcessInstance recovery = noticed();

        runtimeService()
                .createMessageCorrelation(RecoveryModel.Message.CASE_WITHDRAWN)
                .processInstanceBusinessKey(REFERENCE.value())
                .correlateAll();

        assertThat(recovery).isEnded().hasPassed("Event_RecoveryEndedWithCase");
    }

    private ProcessInstance noticed() {
        ProcessInstance recovery = runtimeService()
                .createMessageCorrelation(RecoveryModel.Message.DISSATISFACTION_NOTICED)
                .processInstanceBusinessKey(REFERENCE.value())
                .setVariable("failure", "breach")
                .setVariable("category", "delivery")
                .setVariable("score", 45)
                .setVariable("apologyDue", Date.from(LATER))
                .correlateStartMessage();
        assertThat(recovery).isWaitingAt("Activity_Apologise");
        assertThat(recovery).variables().containsEntry("suggestedKind", "courier-cost");
        assertThat(task()).hasCandidateGroupAssociated("recovery").hasDueDate(Date.from(LATER));
        org.assertj.core.api.Assertions.assertThat(task().getPriority()).isEqualTo(45);
        return recovery;
    }

    private ProcessInstance proposed() {
        ProcessInstance recovery = noticed();
        complete(task(), Map.of("apologyText", "I am sorry that you had to wait"));
        complete(
                task(),
                Map.of("fixText", "Sent today", "kindText", "voucher", "amountText", "30", "reasonText", "late"));
        return recovery;
    }

    private ProcessInstance toBeChecked() {
        ProcessInstance recovery = proposed();
        settled(true);
        execute(job("Event_TimeToCheck"));
        return recovery;
    }

    private static void settled(boolean compensated) {
        runtimeService()
                .createMessageCorrelation(RecoveryModel.Message.COMPENSATION_SETTLED)
                .processInstanceBusinessKey(REFERENCE.value())
                .setVariable("compensated", compensated)
                .correlate();
    }

    private static Recovery recovery() {
        return new Recovery(7, REFERENCE, LATER, LATER, "recovery", null, null, null, 0, null, null, null);
    }
}
