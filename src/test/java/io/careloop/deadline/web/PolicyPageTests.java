package io.careloop.deadline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.support.CareloopTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@CareloopTest
class PolicyPageTests {

    @Autowired
    MockMvc web;

    @AfterEach
    void houseRules() throws Exception {
        change("default", "{\"on\":true,\"reason\":\"as before\"}", member("manager", "managers"));
    }

    @Test
    void programsSeeEachPackWithWhatIsNotKnownOfIt() throws Exception {
        web.perform(get("/api/deadlines/policies").with(member("agent", "agents")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.counsel == null)]", hasSize(1)))
                .andExpect(jsonPath("$[0].id").value("default"))
                .andExpect(jsonPath("$[0].on").value(true))
                .andExpect(jsonPath("$[1].counsel").value("check with counsel"));
        web.perform(get("/api/deadlines/policies/fca-disp").with(member("agent", "agents")))
                .andExpect(jsonPath("$.version").value(2))
                .andExpect(jsonPath("$.on").value(false))
                .andExpect(jsonPath("$.content.limits.resolution[0].limit").value("P56D"))
                .andExpect(jsonPath("$.unknown", hasItems("pauses", "outsideRemedy.reach", "limits.firstResponse")));
    }

    @Test
    void switchingOnePackOnSwitchesTheFormerOffAndBothAreOnRecord() throws Exception {
        RequestPostProcessor manager = member("manager", "managers");
        change("fca-disp", "{\"on\":true,\"reason\":\"We opened in London\"}", manager)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.on").value(true));
        change("asic-rg-271", "{\"on\":true,\"reason\":\"We moved to Sydney\"}", member("admin", "camunda-admin"))
                .andExpect(status().isOk());

        web.perform(get("/api/deadlines/policies").with(manager))
                .andExpect(jsonPath("$[?(@.on == true)].id").value("asic-rg-271"));
        web.perform(get("/api/deadlines/policies/fca-disp").with(manager))
                .andExpect(jsonPath("$.switches[0].on").value(false))
                .andExpect(jsonPath("$.switches[0].by").value("admin"))
                .andExpect(jsonPath("$.switches[1].on").value(true))
                .andExpect(jsonPath("$.switches[1].reason").value("We opened in London"));

        change("asic-rg-271", "{\"on\":false,\"reason\":\"Back home\"}", manager)
                .andExpect(status().isOk());
        web.perform(get("/api/deadlines/policies").with(manager))
                .andExpect(jsonPath("$[?(@.on == true)].id").value("default"));
    }

    @Test
    void aSwitchNeedsAReasonAndTheHouseRulesStay() throws Exception {
        RequestPostProcessor manager = member("manager", "managers");
        change("fca-disp", "{\"on\":true,\"reason\":\"  \"}", manager)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value("Please say why."));
        change("fca-disp", "{\"reason\":\"no wish\"}", manager).andExpect(status().isBadRequest());
        change("default", "{\"on\":false,\"reason\":\"no rules\"}", manager)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail", containsString("cannot be switched off")));
        change("no-such-pack", "{\"on\":true,\"reason\":\"try\"}", manager).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource({"agent, agents", "auditor, auditors", "owner, owners", "complaints, complaints"})
    void onlyManagersAndAdministratorsSwitch(String name, String group) throws Exception {
        change("fca-disp", "{\"on\":true,\"reason\":\"try\"}", member(name, group))
                .andExpect(status().isForbidden());
        web.perform(post("/desk/policies/fca-disp")
                        .with(csrf())
                        .with(member(name, group))
                        .param("on", "true")
                        .param("reason", "try"))
                .andExpect(
                        result -> assertThat(result.getResponse().getStatus()).isIn(403, 404));
    }

    @Test
    void withoutATokenAgainstForgedRequestsNothingIsSwitched() throws Exception {
        web.perform(post("/desk/policies/fca-disp")
                        .with(member("manager", "managers"))
                        .param("on", "true")
                        .param("reason", "forged"))
                .andExpect(status().isForbidden());
        web.perform(get("/api/deadlines/policies")).andExpect(status().isUnauthorized());
    }

    @Test
    void thePageSaysInWordsWhatAPackSaysAndAManagerSwitchesItThere() throws Exception {
        RequestPostProcessor manager = member("manager", "managers");
        assertThat(page("/desk/policies", "en", manager))
                .contains("FCA DISP", "House rules", "check with counsel", "rules new cases", "as shipped")
                .doesNotContain("??");
        assertThat(page("/desk/policies/fca-disp", "en", manager))
                .contains("56 days, day and night", "payment: 15 business days", "Let it rule new cases")
                .contains("to at most 35 business days from the start", "not known; as in the house rules: Managers")
                .contains("closing: “summary-resolution”, if resolved within 3 business days", "3 years")
                .contains("how to reach it is not known", "nothing is paused")
                .doesNotContain("??");

        web.perform(post("/desk/policies/fca-disp")
                        .with(csrf())
                        .with(manager)
                        .param("on", "true")
                        .param("reason", "<b>London</b>"))
                .andExpect(redirectedUrl("/desk/policies/fca-disp"));
        assertThat(page("/desk/policies", "en", manager)).contains("&lt;b&gt;London&lt;/b&gt;");
        web.perform(post("/desk/policies/fca-disp").with(csrf()).with(manager).param("on", "false"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Please say why.")));
    }

    @Test
    void thePageSpeaksTheReadersChineseAndAnAgentReadsOnly() throws Exception {
        RequestPostProcessor agent = member("agent", "agents");
        assertThat(page("/desk/policies/fca-disp", "zh-CN", agent))
                .contains("英国金融服务投诉规则", "56 天（全天连续计算）", "请咨询法律顾问")
                .doesNotContain("用于新案件", "??");
        assertThat(page("/desk/policies/default", "zh-TW", agent))
                .contains("本公司服務標準", "等候客戶")
                .doesNotContain("??");
    }

    private String page(String address, String language, RequestPostProcessor reader) throws Exception {
        return web.perform(get(address).param("lang", language).with(reader))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private ResultActions change(String id, String body, RequestPostProcessor who) throws Exception {
        return web.perform(put("/api/deadlines/policies/{id}", id)
                .with(csrf())
                .with(who)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static RequestPostProcessor member(String name, String group) {
        return user(name).authorities(new SimpleGrantedAuthority("GROUP_" + group));
    }
}
