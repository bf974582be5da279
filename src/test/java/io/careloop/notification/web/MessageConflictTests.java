package io.careloop.notification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Contacts;
import io.careloop.cases.Reader;
import io.careloop.engine.Attempts;
import io.careloop.notification.Notifications;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

@CareloopTest
class MessageConflictTests {

    @Autowired
    CaseRights rights;

    @Autowired
    Contacts contacts;

    @Autowired
    Attempts attempts;

    @Autowired
    CaseWalk walk;

    @Test
    void aMessageIsQueuedAlthoughATimerOfTheEngineWasQuickerWithTheCase() {
        CaseReference reference = walk.registered("message.conflict@example.org", "My parcel has not arrived");
        Notifications notifications = mock(Notifications.class);
        doThrow(new OptimisticLockingException("A timer was quicker"))
                .doReturn(Optional.empty())
                .when(notifications)
                .fromStaff(any(), any(), any(), any(), any());
        RedirectAttributesModelMap page = new RedirectAttributesModelMap();

        new MessageController(rights, contacts, notifications, null, null, attempts)
                .write(
                        reference.value(),
                        UUID.randomUUID(),
                        "",
                        "It is on its way",
                        new Reader("agent", Set.of("agents")),
                        Locale.ENGLISH,
                        page);

        assertThat(page.getFlashAttributes().get("notice")).isEqualTo("desk.messages.sent");
    }
}
