package io.careloop.deadline.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.cases.ContactDetails;
import io.careloop.cases.NewCase;
import io.careloop.cases.Urgency;
import io.careloop.deadline.ClockKind;
import io.careloop.deadline.Deadlines;
import io.careloop.engine.MovableClock;
import io.careloop.support.CareloopTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The clocks of a case of Friday, half past five in the afternoon, as staff and programs see them. */
@CareloopTest
class DeadlineControllerTests {

    private static final Instant FRIDAY = Instant.parse("2026-11-20T09:30:00Z");

    @Autowired
    MockMvc web;

    @Autowired
    CaseFiles cases;

    @Autowired
    Deadlines deadlines;

    @Autowired
    MovableClock clock;

    private CaseReference reference;

    @BeforeEach
    void aCaseOfFridayAfternoon() {
        clock.moveTo(FRIDAY);
        reference = cases.register(new NewCase(
                        Channel.API,
                        new ContactDetails("Bo", "bo@example.org", null, Locale.ENGLISH),
                        null,
                        "It is broken",
                        Urgency.NORMAL,
                        null,
                        null,
                        null,
                        "agent",
                        null))
                .reference();
    }

    @Test
    void eachDueDateIsProvenByTheIntervalsThatCount() throws Exception {
        web.perform(get("/api/cases/{reference}/deadlines", reference).with(agent()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.reference").value(reference.value()))
                .andExpect(jsonPath("$.firstResponse.limit").value("PT2H"))
                .andExpect(jsonPath("$.firstResponse.clockType").value("business"))
                .andExpect(jsonPath("$.firstResponse.calendar").value("cn"))
                .andExpect(jsonPath("$.firstResponse.state").value("running"))
                .andExpect(jsonPath("$.firstResponse.stoppedAt").value(nullValue()))
                .andExpect(jsonPath("$.firstResponse.countedSeconds").value(7200))
                .andExpect(jsonPath("$.firstResponse.counted", hasSize(2)))
                .andExpect(jsonPath("$.firstResponse.counted[0].to").value("2026-11-20T10:00:00Z"))
                .andExpect(jsonPath("$.firstResponse.counted[1].from").value("2026-11-23T01:00:00Z"))
                .andExpect(jsonPath("$.firstResponse.counted[1].to").value(due().toString()))
                .andExpect(jsonPath("$.resolution.limit").value("PT24H"))
                .andExpect(jsonPath("$.resolution.clockType").value("elapsed"))
                .andExpect(jsonPath("$.resolution.countedSeconds").value(86400))
                .andExpect(jsonPath("$.resolution.counted", hasSize(1)));
    }

    @Test
    void aClockIsSaidToBeMissedMetOrLate() throws Exception {
        deadlines.stop(reference, ClockKind.FIRST_RESPONSE);
        clock.advance(Duration.ofHours(25));
        assertStates("met", "missed");

        deadlines.stop(reference, ClockKind.RESOLUTION);
        assertStates("met", "late");
    }

    @ParameterizedTest
    @CsvSource({"C-1999-000001, 404", "hello, 400", "C-2026-1, 400"})
    void aCaseThatIsNotThereIsAProblem(String asked, int expected) throws Exception {
        web.perform(get("/api/cases/{reference}/deadlines", asked).with(agent()).accept(MediaType.APPLICATION_JSON))
                .andExpect(status().is(expected))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void nobodyReadsDeadlinesWithoutSigningIn() throws Exception {
        web.perform(get("/api/cases/{reference}/deadlines", reference).accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void aDepartmentThatHasNothingToDoWithACaseDoesNotSeeItsDeadlines() throws Exception {
        web.perform(get("/api/cases/{reference}/deadlines", reference)
                        .with(user("logistics").authorities(new SimpleGrantedAuthority("GROUP_logistics"))))
                .andExpect(status().isNotFound());
    }

    @Test
    void theCasePageShowsWhatIsLeftAndHowItIsCounted() throws Exception {
        String page = page(Locale.ENGLISH);

        assertThat(page)
                .contains("First response", "1 h 59 min of opening hours left", "Asia/Shanghai")
                .contains("2 h, counted in the opening hours of the calendar “cn”")
                .contains("24 h, counted around the clock", "(30 min)", "2 h in all")
                .doesNotContain("??");
    }

    @Test
    void theCasePageSpeaksTheReadersChinese() throws Exception {
        deadlines.stop(reference, ClockKind.FIRST_RESPONSE);

        assertThat(page(Locale.SIMPLIFIED_CHINESE))
                .contains("首次回复", "已按时完成", "全天连续计算")
                .doesNotContain("??");
        assertThat(page(Locale.TRADITIONAL_CHINESE))
                .contains("首次回覆", "已如期完成", "全天連續計算")
                .doesNotContain("??");
    }

    @Test
    void whoWorksOnTheCasePausesAndResumesAClockAndTheProofTellsOfIt() throws Exception {
        post("pause", "{\"reason\":\"waiting-for-customer\",\"note\":\"On holiday\"}", agent())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("paused"))
                .andExpect(jsonPath("$.pauses[0].reason").value("waiting-for-customer"))
                .andExpect(jsonPath("$.proven").value(true));
        assertThat(page(Locale.ENGLISH))
                .contains("paused", "waiting for the customer, until", "Let it run again")
                .doesNotContain("??");
        assertThat(page(Locale.TAIWAN)).contains("已暫停", "等候客戶", "恢復計時").doesNotContain("??");

        post("resume", "", agent())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("running"));
        web.perform(get("/api/cases/{reference}/deadlines", reference).with(agent()))
                .andExpect(jsonPath("$.clocks", hasSize(greaterThanOrEqualTo(2))))
                .andExpect(jsonPath("$.resolution.pauses", hasSize(1)))
                .andExpect(jsonPath("$.resolution.calendar").value("cn"))
                .andExpect(jsonPath("$.resolution.calendarVersion").value(1))
                .andExpect(jsonPath("$.resolution.remainingSeconds").value(greaterThan(86000)))
                .andExpect(jsonPath("$.facts[-1:].what").value("resumed"))
                .andExpect(jsonPath("$.facts[-1:].actor").value("agent"))
                .andExpect(jsonPath("$.facts[0].data.limit").value("PT2H"))
                .andExpect(jsonPath("$.chain.intact").value(true));
    }

    @Test
    void aPauseThatIsNotAllowedIsRefusedWithItsReason() throws Exception {
        post("pause", "{\"reason\":\"lunch\"}", agent())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value("This clock cannot be paused for that reason."));
        web.perform(MockMvcRequestBuilders.post("/api/cases/{reference}/deadlines/promise.7/resume", reference)
                        .with(agent())
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void onlyThoseWhoWorkOnTheCasePauseIt() throws Exception {
        String body = "{\"reason\":\"waiting-for-customer\"}";
        post("pause", body, member("auditor", "auditors")).andExpect(status().isForbidden());
        post("pause", body, member("logistics", "logistics")).andExpect(status().isNotFound());
        post("acknowledgement", "", member("manager", "managers")).andExpect(status().isForbidden());
    }

    @Test
    void theButtonsOfTheCasePageDoTheSame() throws Exception {
        web.perform(MockMvcRequestBuilders.post("/desk/cases/{reference}/deadlines/resolution/pause", reference)
                        .with(agent())
                        .with(csrf())
                        .param("reason", "customer-asked-to-wait")
                        .param("until", "2026-11-24T18:00"))
                .andExpect(redirectedUrl("/desk/cases/" + reference));
        assertThat(deadlines
                        .of(reference)
                        .orElseThrow()
                        .resolution()
                        .pauses()
                        .get(0)
                        .to())
                .isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
        web.perform(MockMvcRequestBuilders.post("/desk/cases/{reference}/deadlines/resolution/resume", reference)
                        .with(agent())
                        .with(csrf()))
                .andExpect(redirectedUrl("/desk/cases/" + reference));
        assertStates("running", "running");
    }

    private ResultActions post(String action, String body, RequestPostProcessor who) throws Exception {
        return web.perform(
                MockMvcRequestBuilders.post("/api/cases/{reference}/deadlines/resolution/{action}", reference, action)
                        .with(who)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body));
    }

    private static RequestPostProcessor member(String id, String group) {
        return user(id).authorities(new SimpleGrantedAuthority("GROUP_" + group));
    }

    private String page(Locale locale) throws Exception {
        // a moment later, so that not everything is left
        clock.advance(Duration.ofSeconds(20));
        return web.perform(
                        get("/desk/cases/{reference}", reference).with(agent()).locale(locale))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private Instant due() {
        return deadlines.of(reference).orElseThrow().firstResponse().dueAt();
    }

    private void assertStates(String firstResponse, String resolution) throws Exception {
        web.perform(get("/api/cases/{reference}/deadlines", reference).with(agent()))
                .andExpect(jsonPath("$.firstResponse.state").value(firstResponse))
                .andExpect(jsonPath("$.resolution.state").value(resolution));
    }

    private static RequestPostProcessor agent() {
        return user("agent").authorities(new SimpleGrantedAuthority("GROUP_agents"));
    }
}
