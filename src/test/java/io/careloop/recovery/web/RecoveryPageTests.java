package io.careloop.recovery.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.cases.CaseReference;
import io.careloop.cases.DeadlineMissed;
import io.careloop.engine.Attempts;
import io.careloop.engine.MovableClock;
import io.careloop.recovery.CompensationKind;
import io.careloop.recovery.Compensations;
import io.careloop.recovery.LedgerEntry;
import io.careloop.recovery.LedgerEntry.State;
import io.careloop.recovery.Proposal;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.math.BigDecimal;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What the case page and the API show of a customer's discontent and of what they got, and who may give what there. */
@CareloopTest
class RecoveryPageTests {

    @Autowired
    MockMvc web;

    @Autowired
    TestRestTemplate http;

    @Autowired
    CaseWalk walk;

    @Autowired
    Compensations compensations;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Attempts attempts;

    @Autowired
    TaskService tasks;

    @Autowired
    MovableClock clock;

    private CaseReference reference;

    @BeforeEach
    void aCaseIsWorkedOn() {
        reference = walk.triaged(UUID.randomUUID() + "@example.org", "My parcel has not arrived");
    }

    @ParameterizedTest
    @CsvSource({
        "en, A time that we had named has passed, A promise was not kept",
        "zh-CN, 超过了承诺的时限, 承诺没有兑现",
        "zh-TW, 超過了承諾的時限, 承諾沒有兌現"
    })
    void thePageListsWhatUpsetTheCustomerSoThatItAddsUp(String language, String breach, String promise)
            throws Exception {
        happens("resolution");
        happens("promise.1");

        web.perform(get("/desk/cases/" + reference)
                        .header("Accept-Language", language)
                        .with(member("agent", "agents")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(breach)))
                .andExpect(content().string(containsString(promise)))
                .andExpect(content().string(containsString(">+30<")))
                .andExpect(content().string(containsString(">60<")));
    }

    @Test
    void anAgentGivesThirtyFromThePageAndNoMore() throws Exception {
        UUID key = UUID.randomUUID();
        give(member("agent", "agents"), key, "30", "voucher")
                .andExpect(redirectedUrl("/desk/cases/" + reference))
                .andExpect(flash().attribute("notice", "recovery.give.done"));
        give(member("agent", "agents"), key, "30", "voucher");
        give(member("agent", "agents"), UUID.randomUUID(), "0.01", "voucher")
                .andExpect(flash().attribute("notice", "recovery.give.asked"));

        assertThat(compensations.of(reference))
                .extracting(LedgerEntry::state)
                .containsExactlyInAnyOrder(State.GRANTED, State.PROPOSED);
        web.perform(get("/desk/cases/" + reference).with(member("agent", "agents")))
                .andExpect(content().string(containsString("30.00 CNY")))
                .andExpect(content().string(containsString("to be approved")));
    }

    @ParameterizedTest
    @CsvSource({"'', voucher", "-1, voucher", "1.001, voucher", "abc, voucher", "0, voucher", "1, gold"})
    void whatIsNoAmountOrKindIsRefusedWithASentence(String amount, String kind) throws Exception {
        give(member("agent", "agents"), UUID.randomUUID(), amount, kind)
                .andExpect(redirectedUrl("/desk/cases/" + reference + "#make-good"))
                .andExpect(flash().attributeExists("recoveryRefusal"));

        assertThat(compensations.of(reference)).isEmpty();
    }

    @Test
    void departmentsAndReadersGiveNothing() throws Exception {
        give(member("logistics", "logistics"), UUID.randomUUID(), "1", "voucher")
                .andExpect(status().isForbidden());
        give(member("billing", "billing"), UUID.randomUUID(), "1", "voucher").andExpect(status().isNotFound());
        give(member("auditor", "auditors"), UUID.randomUUID(), "1", "voucher").andExpect(status().isForbidden());
        give(member("manager", "managers"), UUID.randomUUID(), "1", "voucher").andExpect(status().isForbidden());
        web.perform(get("/desk/cases/" + reference).with(member("logistics", "logistics")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("What the customer got"))));
        web.perform(get("/api/cases/" + reference + "/compensations").with(member("logistics", "logistics")))
                .andExpect(status().isForbidden());

        assertThat(compensations.of(reference)).isEmpty();
    }

    @Test
    void whatTheCustomerWroteAndColleaguesTypedIsShownAsText() throws Exception {
        web.perform(form("/compensations")
                        .param("key", UUID.randomUUID().toString())
                        .param("kind", "voucher")
                        .param("amount", "5")
                        .param("reason", "<script>alert(1)</script>")
                        .with(member("agent", "agents")))
                .andExpect(status().is3xxRedirection());

        web.perform(get("/desk/cases/" + reference).with(member("agent", "agents")))
                .andExpect(content().string(not(containsString("<script>alert"))))
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)")));
    }

    @Test
    void programsGiveOnceForAKey() throws Exception {
        String wish = "{\"kind\":\"voucher\",\"amount\":\"30.00\",\"reason\":\"late\"}";
        api(wish, "k1")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.state").value("granted"));
        api(wish, "k1").andExpect(status().isCreated());
        api("{\"kind\":\"voucher\",\"amount\":\"30.01\",\"reason\":\"late\"}", "k2")
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.askedGroup").value("experts"));
        api("{\"kind\":\"voucher\",\"amount\":\"30.001\",\"reason\":\"late\"}", "k3")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("two decimals")));
        api("{\"kind\":\"voucher\",\"amount\":\"1\"}", "k4").andExpect(status().isUnprocessableEntity());

        web.perform(get("/api/cases/" + reference + "/compensations").with(member("agent", "agents")))
                .andExpect(jsonPath("$.sum").value("30.00"))
                .andExpect(jsonPath("$.currency").value("CNY"))
                .andExpect(jsonPath("$.entries.length()").value(2))
                .andExpect(jsonPath("$.entries[1].amount").value("30.01"));
    }

    @Test
    void programsReadWhatTheScoreConsistsOf() throws Exception {
        happens("firstResponse");

        web.perform(get("/api/cases/" + reference + "/dissatisfaction").with(member("agent", "agents")))
                .andExpect(jsonPath("$.score").value(30))
                .andExpect(jsonPath("$.contributions[0].happening").value("breach"))
                .andExpect(jsonPath("$.contributions[0].points").value(30));
    }

    @Test
    void theAmountAtStakeIsAChangeOnFile() throws Exception {
        web.perform(form("/stake").param("amount", "99.90").with(member("agent", "agents")))
                .andExpect(flash().attribute("notice", "recovery.stake.done"));
        web.perform(form("/stake").param("amount", "0").with(member("agent", "agents")))
                .andExpect(flash().attributeExists("recoveryRefusal"));

        assertThat(compensations.accountOf(reference).stake()).hasToString("99.90 CNY");
        web.perform(get("/desk/cases/" + reference).with(member("agent", "agents")))
                .andExpect(content().string(containsString("The case is about 99.90 CNY.")));
    }

    @Test
    void whatWasPaidIsTakenBackWithAReason() throws Exception {
        give(member("agent", "agents"), UUID.randomUUID(), "10", "points");
        UUID grant = compensations.of(reference).get(0).id();
        compensations.paid(grant, "recovery", "P-1");
        CaseReference other = walk.triaged(UUID.randomUUID() + "@example.org", "My parcel has not arrived");

        web.perform(post("/desk/cases/" + other + "/compensations/" + grant + "/reversal")
                        .param("reason", "not of this case")
                        .with(csrf())
                        .with(member("agent", "agents")))
                .andExpect(flash().attributeExists("recoveryRefusal"));
        web.perform(form("/compensations/" + grant + "/reversal")
                        .param("reason", "It arrived after all")
                        .with(member("agent", "agents")))
                .andExpect(status().is3xxRedirection());

        assertThat(compensations.accountOf(reference).sum().isZero()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"agents", "logistics"})
    void whoeverErredSaysSoOnThePage(String group) throws Exception {
        web.perform(form("/errors")
                        .param("what", "I mixed up two parcels")
                        .with(member(group.equals("agents") ? "agent" : group, group)))
                .andExpect(flash().attribute("notice", "recovery.erred.done"));

        assertThat(walk.task(reference, "Activity_LearnFromError").getName()).isEqualTo("Learn from an error");
    }

    /** Not by claiming it in Tasklist, not by REST, not by completing it. */
    @Test
    void theProposerDoesNotGetTheTaskToApprove() {
        compensations.propose(new Proposal(
                UUID.randomUUID().toString(),
                reference,
                null,
                CompensationKind.VOUCHER,
                new BigDecimal("150.00"),
                "late",
                null,
                "agent"));
        Task task = walk.task(reference, "Activity_ApproveCompensation");
        tasks.addCandidateGroup(task.getId(), "agents");

        ResponseEntity<String> refused = rest("/task/" + task.getId() + "/claim", "{\"userId\":\"agent\"}", "agent");
        assertThat(refused.getBody()).contains("somebody else has to decide");
        assertThat(refused.getStatusCode().value()).isEqualTo(403);
        assertThat(rest("/task/" + task.getId() + "/claim", "{\"userId\":\"expert\"}", "expert")
                        .getStatusCode()
                        .is2xxSuccessful())
                .isTrue();
        assertThat(rest(
                                "/task/" + task.getId() + "/submit-form",
                                "{\"variables\":{\"decisionText\":{\"value\":\"approve\"}}}",
                                "expert")
                        .getStatusCode()
                        .is2xxSuccessful())
                .isTrue();
        assertThat(compensations.accountOf(reference).sum()).hasToString("150.00 CNY");
    }

    private ResponseEntity<String> rest(String path, String body, String name) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.withBasicAuth(name, name)
                .exchange("/engine-rest" + path, HttpMethod.POST, new HttpEntity<>(body, headers), String.class);
    }

    private void happens(String limit) {
        attempts.inTransaction(() -> {
            events.publishEvent(new DeadlineMissed(reference, limit, clock.instant()));
            return limit;
        });
    }

    private ResultActions give(RequestPostProcessor giver, UUID key, String amount, String kind) throws Exception {
        return web.perform(form("/compensations")
                .param("key", key.toString())
                .param("kind", kind)
                .param("amount", amount)
                .param("reason", "It came late")
                .with(giver));
    }

    private ResultActions api(String wish, String key) throws Exception {
        return web.perform(post("/api/cases/" + reference + "/compensations")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .content(wish)
                .with(httpBasic("agent", "agent")));
    }

    private MockHttpServletRequestBuilder form(String path) {
        return post("/desk/cases/" + reference + path).with(csrf());
    }

    private static RequestPostProcessor member(String name, String group) {
        return user(name).authorities(new SimpleGrantedAuthority("GROUP_" + group));
    }
}
