package io.careloop.notification.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.*;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.engine.Refusals;
import io.careloop.notification.Delivery;
import io.careloop.notification.DeliveryState;
import io.careloop.notification.PersonTasks.Cause;
import io.careloop.notification.Tellings;
import io.careloop.support.PlainEngine;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Deployment(
        resources = {
            "processes/notification/message-by-person.bpmn",
            "forms/notification/notification-tell-customer.form"
        })
class MessageByPersonProcessTests {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = PlainEngine.coveringAllBut();

    static final CaseReference REFERENCE = CaseReference.of("C-2026-000042");
    static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    static final UUID MESSAGE = UUID.fromString("00000000-0000-0000-0000-000000000042");

    final Tellings tellings = mock();
    final ActingUser actingUser = mock();

    @BeforeEach
    void registerDelegates() {
        given(actingUser.id()).willReturn("agent");
        given(tellings.find(MESSAGE)).willReturn(Optional.of(messageTo("ann@example.org")));
        Mocks.register("recordTellingDelegate", new RecordTellingDelegate(tellings, actingUser, mock(Refusals.class)));
        init(ENGINE.getProcessEngine());
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void aPersonTellsTheCustomer() {
        ProcessInstance telling = brought();

        complete(task(), Map.of("outcomeText", "told", "noteText", "Was glad about the call"));

        assertThat(telling).isEnded().hasPassed("Event_CustomerTold");
        then(tellings).should().told(MESSAGE, "agent", "Was glad about the call");
    }

    @Test
    void aPersonHasTheMessageSentAgain() {
        ProcessInstance telling = brought();

        complete(task(), Map.of("outcomeText", "again"));

        assertThat(telling).isEnded().hasPassed("Event_MessageSentAgain");
        then(tellings).should().sendAgain(MESSAGE, "agent", null);
    }

    @Test
    void aPersonDoesNotReachTheCustomer() {
        ProcessInstance telling = brought();

        complete(task(), Map.of("outcomeText", "not-reached"));

        assertThat(telling).isEnded().hasPassed("Event_CustomerNotReached");
        then(tellings).should().notReached(MESSAGE, "agent", null);
    }

    @Test
    void nothingIsLeftToTellOnceTheCaseIsWithdrawn() {
        ProcessInstance telling = brought();

        runtimeService()
                .createMessageCorrelation(MessageByPersonModel.CASE_WITHDRAWN)
                .processInstanceBusinessKey(REFERENCE.value())
                .correlateAll();

        assertThat(telling).isEnded().hasPassed("Event_NothingLeftToTell");
        then(tellings).shouldHaveNoInteractions();
    }

    private ProcessInstance brought() {
        ProcessInstance telling = runtimeService()
                .startProcessInstanceByKey(
                        MessageByPersonModel.KEY,
                        REFERENCE.value(),
                        Map.of(
                                "messageId",
                                MESSAGE.toString(),
                                "cause",
                                "failed",
                                "owner",
                                "agent",
                                "dueDate",
                                Date.from(NOON)));
        assertThat(telling).isWaitingAt("Activity_TellCustomer");
        assertThat(task()).isAssignedTo("agent").hasCandidateGroupAssociated("agents");
        return telling;
    }

    private static Delivery messageTo(String address) {
        return new Delivery(
                MESSAGE,
                REFERENCE,
                address,
                "system",
                "Good to hear that it is solved",
                "Hello Ann",
                DeliveryState.FAILED,
                Cause.FAILED,
                1,
                "550",
                NOON,
                NOON);
    }
}
