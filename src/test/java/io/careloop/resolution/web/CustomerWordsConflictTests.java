package io.careloop.resolution.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Reader;
import io.careloop.engine.Attempts;
import io.careloop.resolution.ServiceRequests;
import io.careloop.resolution.ServiceRequests.Outcome;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** A timer of the engine is quicker with the case than the member of the staff. */
@CareloopTest
class CustomerWordsConflictTests {

    private static final Reader AGENT = new Reader("agent", Set.of("agents"));

    @Autowired
    CaseRights rights;

    @Autowired
    Attempts attempts;

    @Autowired
    CaseWalk walk;

    private final ServiceRequests requests = mock(ServiceRequests.class);
    private final RedirectAttributesModelMap page = new RedirectAttributesModelMap();
    private final OptimisticLockingException conflict = new OptimisticLockingException("A timer was quicker");

    private CustomerWordsController controller;
    private CaseReference reference;

    @BeforeEach
    void aCase() {
        controller = new CustomerWordsController(requests, rights, attempts);
        reference = walk.registered("words.conflict@example.org", "My parcel has not arrived");
    }

    @Test
    void anAnswerIsTakenDownAfterAll() {
        when(requests.answer(any(), anyBoolean(), any(), any(), any()))
                .thenThrow(conflict)
                .thenReturn(new Outcome.Done(reference));

        controller.answer(reference.value(), false, "Too late for me", AGENT, page);

        assertThat(notice()).isEqualTo("resolution.answer.done");
    }

    @Test
    void aWithdrawalIsTakenDownAfterAll() {
        when(requests.withdraw(any(), any())).thenThrow(conflict).thenReturn(new Outcome.Done(reference));

        controller.withdraw(reference.value(), AGENT, page);

        assertThat(notice()).isEqualTo("resolution.withdraw.done");
    }

    @Test
    void aReopeningIsTakenDownAfterAll() {
        when(requests.reopen(any(), any(), any(), any())).thenThrow(conflict).thenReturn(new Outcome.Done(reference));

        controller.reopen(reference.value(), "Broken again", AGENT, page);

        assertThat(notice()).isEqualTo("resolution.reopen.done");
    }

    private Object notice() {
        return page.getFlashAttributes().get("notice");
    }
}
