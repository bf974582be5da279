package io.careloop.escalation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.cases.Conversation;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.escalation.Dossier;
import io.careloop.escalation.Dossier.Chapter;
import io.careloop.escalation.Dossiers;
import io.careloop.escalation.EscalationReason;
import io.careloop.escalation.Escalations;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

@CareloopTest
class EscalationPagesTests {

    private static final String PARCEL = "My parcel has not arrived";

    @Autowired
    CaseWalk walk;

    @Autowired
    MockMvc mvc;

    @Autowired
    Escalations escalations;

    @Autowired
    Dossiers dossiers;

    @Autowired
    CaseFiles cases;

    @Autowired
    Timeline timeline;

    @Autowired
    Conversation conversation;

    @Test
    void aMemberOfTheStaffLetsItClimbWithAReason() throws Exception {
        CaseReference reference = walk.triaged("page.climbs@example.org", PARCEL);
        String button = "/desk/cases/" + reference + "/escalation";

        mvc.perform(as("agent", "agents", post(button)))
                .andExpect(flash().attribute("notice", "refusal.desk-text-missing"));
        mvc.perform(as("agent", "agents", post(button)).param("reason", "I cannot solve it"))
                .andExpect(flash().attribute("notice", "escalation.started"));
        mvc.perform(as("manager", "managers", post(button)).param("reason", "Nor can I"))
                .andExpect(flash().attribute("notice", "escalation.added"));

        mvc.perform(as("agent", "agents", get("/desk/cases/" + reference)))
                .andExpect(content().string(containsString("Staff ask for it")))
                .andExpect(content().string(containsString("I cannot solve it")));
        mvc.perform(as("agent", "agents", get("/api/cases/" + reference + "/escalation")))
                .andExpect(jsonPath("$.open.state").value("open"))
                .andExpect(jsonPath("$.open.reasons[0].reason").value("staff"))
                .andExpect(jsonPath("$.open.reasons[0].actor").value("agent"));
    }

    @Test
    void whoeverOnlyReadsOrSeesNothingCannotLetItClimb() throws Exception {
        CaseReference reference = walk.triaged("page.reads@example.org", PARCEL);
        String button = "/desk/cases/" + reference + "/escalation";

        mvc.perform(as("auditor", "auditors", post(button)).param("reason", "x"))
                .andExpect(status().isForbidden());
        mvc.perform(as("billing", "billing", post(button)).param("reason", "x")).andExpect(status().isNotFound());
        mvc.perform(as("billing", "billing", get("/api/cases/" + reference + "/escalation")))
                .andExpect(status().isNotFound());
        mvc.perform(as("billing", "billing", get("/desk/cases/" + reference + "/dossier")))
                .andExpect(status().isNotFound());
        mvc.perform(as("auditor", "auditors", get("/api/cases/" + reference + "/escalation")))
                .andExpect(jsonPath("$.open").value(nullValue()));
        assertThat(escalations.of(reference)).isEmpty();
    }

    @Test
    void aDemandInAMailMakesItClimb() {
        CaseReference reference = walk.triaged("page.mail@example.org", PARCEL);
        conversation.customerWrote(reference, Channel.EMAIL, null, "Give me your boss", null);

        walk.submit(reference, "Activity_ReadMessage", Map.of("escalationDemanded", true));

        assertThat(escalations.reasonsOf(escalations.open(reference).orElseThrow()))
                .extracting(given -> given.reason())
                .containsExactly(EscalationReason.DEMAND);
    }

    @Test
    void theDossierHasAllOfTheTimelineOnOnePage() throws Exception {
        CaseReference reference = walk.proposed("page.dossier@example.org", "My <b>parcel</b> has not arrived");
        walk.answer(reference, false, "Too late for me");
        walk.propose(reference, "A refund at once");
        escalations.escalate(reference, EscalationReason.DEMAND, "customer", null);
        walk.runJob(reference, "Activity_ReadComplaint");

        Dossier dossier = dossiers.of(cases.get(reference));
        List<TimelineEntry> all = timeline.of(reference);
        assertThat(dossier.chapters().values().stream().mapToInt(List::size).sum())
                .isEqualTo(all.size());
        assertThat(dossier.chapters().get(Chapter.OFFERS)).hasSize(2);
        assertThat(dossier.chapters().get(Chapter.REFUSALS))
                .singleElement()
                .satisfies(entry -> assertThat(entry.text()).contains("Too late for me"));
        String page = mvc.perform(as("legal", "legal", get("/desk/cases/" + reference + "/dossier")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page.split("class=\"dossier-entry\"", -1)).hasSize(all.size() + 1);
        assertThat(page)
                .contains("A refund at once", HtmlUtils.htmlEscape("<b>parcel</b>"))
                .doesNotContain("<b>parcel");
        dossier.chapters()
                .forEach((chapter, entries) ->
                        assertThat(page).contains("id=\"count-%s\">%d<".formatted(chapter, entries.size())));
    }

    private static MockHttpServletRequestBuilder as(String id, String group, MockHttpServletRequestBuilder request) {
        return request.with(csrf()).with(user(id).authorities(AuthorityUtils.createAuthorityList("GROUP_" + group)));
    }
}
