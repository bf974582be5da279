package io.careloop.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.careloop.engine.Attempts;
import io.careloop.support.CareloopTest;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CareloopTest
class MailConflictTests {

    @Autowired
    Attempts attempts;

    @Test
    void aMailIsTriedAgainAtOnceIfAJobOfTheEngineWasQuickerWithTheCase() {
        HandledMails handled = mock(HandledMails.class);
        when(handled.begin(any()))
                .thenThrow(new OptimisticLockingException("A job was quicker"))
                .thenReturn(false);
        MailIntake intake =
                new MailIntake(handled, null, null, null, null, null, null, null, null, null, null, null, attempts);

        assertThat(intake.handle(null)).isEqualTo(MailOutcome.DUPLICATE);
    }
}
