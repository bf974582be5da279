package io.careloop.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;

/** What may be told to the customer of a restricted case. */
@CareloopTest
class OutboundWordsTests {

    private static final CaseReference ANY = CaseReference.of("C-2026-000001");

    @Autowired
    MockMvc web;

    @Autowired
    CaseWalk walk;

    @Autowired
    CaseFiles cases;

    @Autowired
    Notifications notifications;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Outbox outbox;

    @Test
    void whatIsWrittenOnTheCasePageIsRefusedWithASentenceAndKeptForTheWriter() throws Exception {
        CaseReference reference = restricted();

        web.perform(post("/desk/cases/" + reference + "/messages")
                        .with(user("complaints").authorities(new SimpleGrantedAuthority("GROUP_complaints")))
                        .with(csrf())
                        .param("key", UUID.randomUUID().toString())
                        .param("text", "We admit it"))
                .andExpect(redirectedUrl("/desk/cases/" + reference + "#write"))
                .andExpect(flash().attribute("messageText", "We admit it"))
                .andExpect(flash().attribute(
                                "messageRefusal",
                                "This case is restricted: what you write to the customer has to be approved first. Ask"
                                        + " for approval in the escalation; nothing was sent or saved."));

        assertThat(correspondence.of(reference)).noneMatch(delivery -> "complaints".equals(delivery.author()));
        assertThat(cases.get(reference).firstResponseAt()).isNull();
    }

    @Test
    void theTemplatesOwnWordsGoOn() {
        CaseReference reference = restricted();

        notifications.toCustomer(reference, "case-closed", "outbound/" + reference);

        assertThat(outbox.toCustomerOf(reference)).anyMatch(message -> "case-closed".equals(message.template()));
    }

    @Test
    void releasedTheStaffWriteAgain() {
        CaseReference reference = restricted();
        cases.release(reference, "Settled", "complaints");

        assertThat(notifications.fromStaff(reference, "agent", null, "All is well", "outbound/" + reference))
                .isEmpty();
        assertThat(correspondence.of(reference)).anyMatch(delivery -> "agent".equals(delivery.author()));
    }

    @Test
    void approvedWordsGoAndNoOthers() {
        OutboundWords words = words("complaints", "We are sorry for the fire.");

        assertThat(words.refusalOf(ANY, "We are sorry for the fire.")).isEmpty();
        assertThat(words.refusalOf(ANY, "We are sorry for the fire. Really.")).contains("outbound-unapproved");
        assertThat(words(null, "").refusalOf(ANY, "Whatever")).isEmpty();
    }

    private CaseReference restricted() {
        CaseReference reference =
                walk.registered("outbound-" + UUID.randomUUID() + "@example.org", "The lamp exploded");
        cases.restrict(reference, "complaints", "Safety", "manager");
        return reference;
    }

    private static OutboundWords words(String restrictedTo, String approved) {
        CaseFile file = mock(CaseFile.class);
        when(file.restrictedTo()).thenReturn(restrictedTo);
        CaseFiles files = mock(CaseFiles.class);
        when(files.get(ANY)).thenReturn(file);
        OutboundGuard guard = (reference, text) -> text.equals(approved);
        return new OutboundWords(
                files, new StaticListableBeanFactory(Map.of("guard", guard)).getBeanProvider(OutboundGuard.class));
    }
}
