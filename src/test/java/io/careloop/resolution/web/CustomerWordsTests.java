package io.careloop.resolution.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import io.careloop.cases.Stage;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@CareloopTest
class CustomerWordsTests {

    private static final String PARCEL = "My parcel has not arrived";

    @Autowired
    CaseWalk walk;

    @Autowired
    MockMvc mvc;

    @Test
    void anAnswerGivenOnThePhoneMovesTheCase() throws Exception {
        CaseReference reference = walk.proposed("phone-yes@example.org", PARCEL);

        mvc.perform(agent(get("/desk/cases/" + reference)))
                .andExpect(content().string(containsString("We proposed a solution")));
        mvc.perform(agent(post("/desk/cases/" + reference + "/answer")).param("accepted", "true"))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attribute("notice", "resolution.answer.done"));

        assertThat(walk.file(reference).stage()).isEqualTo(Stage.IMPLEMENTATION);
    }

    @Test
    void aNoWithoutAReasonIsNotTaken() throws Exception {
        CaseReference reference = walk.proposed("phone-no@example.org", PARCEL);

        mvc.perform(agent(post("/desk/cases/" + reference + "/answer")).param("accepted", "false"))
                .andExpect(flash().attribute("notice", "refusal.reason-needed"));

        assertThat(walk.file(reference).stage()).isEqualTo(Stage.SOLUTION);
    }

    @Test
    void aCaseIsWithdrawnAndTakenUpAgainFromItsPage() throws Exception {
        CaseReference reference = walk.closed("phone-back@example.org", PARCEL);

        mvc.perform(agent(post("/desk/cases/" + reference + "/reopening")).param("reason", "It broke again"))
                .andExpect(flash().attribute("notice", "resolution.reopen.done"));
        assertThat(walk.file(reference).status()).isEqualTo(CaseStatus.OPEN);
        mvc.perform(agent(post("/desk/cases/" + reference + "/withdrawal")))
                .andExpect(flash().attribute("notice", "resolution.withdraw.done"));
        assertThat(walk.file(reference).status()).isEqualTo(CaseStatus.WITHDRAWN);
    }

    @Test
    void whoeverOnlyReadsCannotAnswerForTheCustomer() throws Exception {
        CaseReference reference = walk.proposed("phone-manager@example.org", PARCEL);

        mvc.perform(get("/desk/cases/" + reference)
                        .with(user("manager").authorities(AuthorityUtils.createAuthorityList("GROUP_managers"))))
                .andExpect(content().string(not(containsString("We proposed a solution"))));
        mvc.perform(post("/desk/cases/" + reference + "/answer")
                        .with(csrf())
                        .with(user("manager").authorities(AuthorityUtils.createAuthorityList("GROUP_managers")))
                        .param("accepted", "true"))
                .andExpect(status().isForbidden());
    }

    private static MockHttpServletRequestBuilder agent(MockHttpServletRequestBuilder request) {
        return request.with(csrf()).with(user("agent").authorities(AuthorityUtils.createAuthorityList("GROUP_agents")));
    }
}
