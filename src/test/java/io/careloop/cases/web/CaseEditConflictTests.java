package io.careloop.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.careloop.cases.CaseCorrections;
import io.careloop.cases.CaseCorrections.Outcome;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Reader;
import io.careloop.cases.Timeline;
import io.careloop.engine.Attempts;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

/** A job of the engine is quicker with the case than the member of the staff. */
@CareloopTest
class CaseEditConflictTests {

    private static final Reader AGENT = new Reader("agent", Set.of("agents"));

    @Autowired
    CaseRights rights;

    @Autowired
    Timeline timeline;

    @Autowired
    Attempts attempts;

    @Autowired
    CaseWalk walk;

    private final CaseCorrections corrections = mock(CaseCorrections.class);
    private final RedirectAttributesModelMap page = new RedirectAttributesModelMap();

    private CaseEditController controller;
    private CaseReference reference;

    @BeforeEach
    void aCase() {
        controller = new CaseEditController(rights, corrections, timeline, null, attempts);
        reference = walk.registered("edit.conflict@example.org", "My parcel has not arrived");
    }

    @Test
    void aCorrectionIsSavedAfterAll() {
        when(corrections.correct(any(), any(), any(), any()))
                .thenThrow(new ObjectOptimisticLockingFailureException("A job was quicker", null))
                .thenReturn(new Outcome.Done());

        controller.correct(reference.value(), Map.of("name", "Lin"), AGENT, Locale.ENGLISH, null, null, page);

        assertThat(page.getFlashAttributes().get("notice")).isEqualTo("desk.correct.done");
    }

    @Test
    void aHandOverIsSavedAfterAll() {
        when(corrections.handOver(any(), any(), any(), any()))
                .thenThrow(new OptimisticLockingException("A job was quicker"))
                .thenReturn(new Outcome.Done());

        controller.handOver(reference.value(), "agent", "on leave", AGENT, Locale.ENGLISH, null, null, page);

        assertThat(page.getFlashAttributes().get("notice")).isEqualTo("desk.hand-over.done");
    }
}
