package io.careloop.intake.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.*;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.engine.ActingUser;
import io.careloop.engine.Refusals;
import io.careloop.intake.Registrations;
import io.careloop.intake.Registrations.Registration.Refused;
import io.careloop.intake.Registrations.Registration.Registered;
import io.careloop.support.PlainEngine;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Deployment(resources = {"processes/intake/phone-intake.bpmn", "forms/intake/intake-phone-request.form"})
class PhoneIntakeProcessTests {

    @RegisterExtension
    static final ProcessEngineCoverageExtension ENGINE = PlainEngine.coveringAllBut();

    static final Map<String, Object> CALL =
            Map.of("contactText", "13700137001", "descriptionText", "It leaks", "urgencyText", "LOW");

    final Registrations registrations = mock();
    final ActingUser actingUser = mock();
    final Refusals refusals = mock();

    @BeforeEach
    void registerDelegates() {
        given(actingUser.id()).willReturn("agent");
        Mocks.register("registerRequestDelegate", new RegisterRequestDelegate(registrations, actingUser, refusals));
        init(ENGINE.getProcessEngine());
    }

    @AfterEach
    void forgetDelegates() {
        Mocks.reset();
    }

    @Test
    void aCallIsRegisteredForWhoeverTookItAndCarriesTheNumberOfItsCase() {
        given(registrations.register(any(), isNull()))
                .willReturn(new Registered(CaseReference.of("C-2026-000042"), "token", false));

        ProcessInstance call = runtimeService().startProcessInstanceByKey("phone-intake", CALL);

        assertThat(call).isEnded().hasPassed("Activity_RegisterRequest", "Event_RequestRegistered");
        org.assertj.core.api.Assertions.assertThat(historyService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey("C-2026-000042")
                        .singleResult())
                .isNotNull();
        then(registrations)
                .should()
                .register(
                        argThat(request -> request.owner().equals("agent") && request.channel() == Channel.PHONE),
                        isNull());
    }

    @Test
    void aRefusedCallStartsNothing() {
        given(registrations.register(any(), isNull())).willReturn(new Refused("contact", "contact-invalid"));
        given(refusals.because("contact-invalid")).willReturn(mock(Refusals.SubmissionRefused.class));

        assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("phone-intake", CALL))
                .isInstanceOf(Refusals.SubmissionRefused.class);
    }
}
