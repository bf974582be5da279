package io.careloop.deadline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseMessage;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Conversation;
import io.careloop.deadline.DeadlineProofs;
import io.careloop.deadline.Deadlines;
import io.careloop.engine.MovableClock;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@CareloopTest
class ExtensionTests {

    /** A Monday morning in Shanghai; the house rules promise a solution a day later. */
    private static final Instant MORNING = Instant.parse("2031-03-10T02:00:00Z");

    private static final String WEDNESDAY = "2031-03-12T18:00:00+08:00";
    private static final String TWO_WEEKS_LATER = "2031-03-24T18:00:00+08:00";

    @Autowired
    MockMvc web;

    @Autowired
    CaseWalk walk;

    @Autowired
    CaseFiles cases;

    @Autowired
    Deadlines deadlines;

    @Autowired
    DeadlineProofs proofs;

    @Autowired
    Conversation conversation;

    @Autowired
    MovableClock clock;

    CaseReference reference;

    @BeforeEach
    void registered() {
        clock.moveTo(MORNING);
        reference = walk.registered("extension@example.org", "My parcel has not arrived");
    }

    @AfterEach
    void now() throws Exception {
        switchOn("default");
        clock.reset();
    }

    @Test
    void aManagerExtendsTheResolutionAndTheCustomerIsToldWhyAndUntilWhen() throws Exception {
        extend(member("manager", "managers"), WEDNESDAY, "The part comes from abroad")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.dueAt").value(containsString("2031-03-12T10:00:00")));

        assertThat(deadlines.of(reference).orElseThrow().resolution().dueAt())
                .isEqualTo(Instant.parse("2031-03-12T10:00:00Z"));
        CaseMessage told = lastMessage();
        assertThat(told.template()).isEqualTo("deadline-extended");
        assertThat(told.text()).contains("The part comes from abroad", "Wednesday, March 12, 2031");
        assertThat(proofs.of(reference).chain().facts())
                .filteredOn(fact -> fact.what().equals("decided"))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.actor()).isEqualTo("manager");
                    assertThat(fact.data()).contains("The part comes from abroad");
                });
        assertThat(proofs.of(reference).clocks())
                .allSatisfy(clock -> assertThat(clock.isRecounted()).isTrue());
    }

    @Test
    void whatAManagerDecidedIsNotUndoneWhenTheCaseIsClassifiedAnew() throws Exception {
        extend(member("manager", "managers"), WEDNESDAY, "The part comes from abroad")
                .andExpect(status().isOk());
        cases.classify(reference, "agent", "complaint", "urgent", "complaints");
        deadlines.reassess(reference);

        assertThat(deadlines.of(reference).orElseThrow().resolution().dueAt())
                .isEqualTo(Instant.parse("2031-03-12T10:00:00Z"));
        assertThat(deadlines.of(reference).orElseThrow().firstResponse().dueAt())
                .isBefore(MORNING.plus(Duration.ofMinutes(31)));
    }

    @Test
    void whomTheRulesDoNotNameAndWhatTheyDoNotAllowIsRefused() throws Exception {
        RequestPostProcessor manager = member("manager", "managers");
        extend(member("agent", "agents"), WEDNESDAY, "I would like to").andExpect(status().isForbidden());
        extend(member("logistics", "logistics"), WEDNESDAY, "Not mine").andExpect(status().isNotFound());
        extend(manager, TWO_WEEKS_LATER, "Much to do")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail", containsString("as far as that")));
        extend(manager, "2031-03-10T12:00:00+08:00", "Earlier is no extension")
                .andExpect(status().isUnprocessableEntity());
        extend(manager, WEDNESDAY, " ").andExpect(status().isUnprocessableEntity());
        web.perform(post("/api/cases/{reference}/deadlines/firstResponse/extension", reference)
                        .with(csrf())
                        .with(manager)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"no\",\"until\":\"%s\"}".formatted(WEDNESDAY)))
                .andExpect(status().isUnprocessableEntity());
        assertThat(lastMessage().template()).isEqualTo("acknowledgement");
    }

    @Test
    void whatAPackIsNotKnownToAllowIsNotExtended() throws Exception {
        switchOn("asic-rg-271");
        reference = walk.registered("no-extension@example.org", "My parcel has not arrived");

        extend(member("manager", "managers"), "2031-05-01T12:00:00+08:00", "Much to do")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value("The rules of this case do not allow an extension."));
        web.perform(get("/desk/cases/{reference}", reference).with(member("manager", "managers")))
                .andExpect(content().string(containsString("ASIC RG 271")))
                .andExpect(content().string(not(containsString("extension-until"))));
    }

    @Test
    void aManagerExtendsOnTheCasePageWhereAnAgentSeesOnlyTheRules() throws Exception {
        web.perform(get("/desk/cases/{reference}", reference).with(member("agent", "agents")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("House rules")))
                .andExpect(content().string(not(containsString("extension-until"))));
        web.perform(get("/desk/cases/{reference}", reference).with(member("manager", "managers")))
                .andExpect(content().string(containsString("extension-until")));

        onPage("2031-03-12T18:00", "").andExpect(flash().attribute("extensionRefusal", "extension-reason-missing"));
        onPage("tomorrow", "Why not").andExpect(flash().attribute("extensionRefusal", "extension-not-later"));
        onPage("2031-03-12T18:00", "The part comes from abroad")
                .andExpect(redirectedUrl("/desk/cases/" + reference))
                .andExpect(flash().attribute("notice", "policy.extended"));
        assertThat(lastMessage().template()).isEqualTo("deadline-extended");
    }

    private ResultActions onPage(String until, String reason) throws Exception {
        return web.perform(post("/desk/cases/{reference}/deadlines/resolution/extension", reference)
                .with(csrf())
                .with(member("manager", "managers"))
                .param("until", until)
                .param("reason", reason));
    }

    private ResultActions extend(RequestPostProcessor who, String until, String reason) throws Exception {
        return web.perform(post("/api/cases/{reference}/deadlines/resolution/extension", reference)
                .with(csrf())
                .with(who)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"reason\":\"%s\",\"until\":\"%s\"}".formatted(reason, until)));
    }

    private void switchOn(String id) throws Exception {
        web.perform(put("/api/deadlines/policies/{id}", id)
                        .with(csrf())
                        .with(member("manager", "managers"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"on\":true,\"reason\":\"as decided\"}"))
                .andExpect(status().isOk());
    }

    private CaseMessage lastMessage() {
        List<CaseMessage> messages = conversation.of(reference);
        return messages.get(messages.size() - 1);
    }

    private static RequestPostProcessor member(String name, String group) {
        return user(name).authorities(new SimpleGrantedAuthority("GROUP_" + group));
    }
}
