package io.careloop.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.deadline.DeadlineProofs;
import io.careloop.engine.HistoryFact.InstanceStarted;
import io.careloop.engine.HistoryFact.NodeEntered;
import io.careloop.engine.MovableClock;
import io.careloop.insight.CaseFact.CaseSeen;
import io.careloop.insight.figures.KpiDefinitions;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import io.careloop.support.Members;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Managers and auditors find cases and see how each went; whatever they may not see is not there. */
@CareloopTest
class InsightCasesTests {

    @Autowired
    private DeadlineProofs proofs;

    @Autowired
    MockMvc web;

    @Autowired
    CaseWalk walk;

    @Autowired
    CaseFiles cases;

    @Autowired
    Members members;

    @Autowired
    FactStore facts;

    @Autowired
    KpiDefinitions definitions;

    @Autowired
    Projection projection;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    /** Letters alone: a word such as 1e23ab would be taken apart as a number. */
    private final String mark = UUID.randomUUID()
            .toString()
            .substring(0, 8)
            .chars()
            .mapToObj(digit -> String.valueOf((char) ('a' + Character.digit(digit, 16))))
            .collect(Collectors.joining());

    private final String email = "list-" + mark + "@example.org";

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void managersAndAuditorsFindCasesAndNobodyElseComesIn() throws Exception {
        CaseReference reference = told(walk.registered(email, "My parcel is lost"));

        for (String group : new String[] {"managers", "auditors"}) {
            assertThat(page(group, "reference", reference.value())).contains("/insight/cases/" + reference, "1 case");
        }
        for (String path : new String[] {"/insight", "/insight/cases.csv", "/insight/cases/" + reference}) {
            web.perform(get(path).with(members.of("agents"))).andExpect(status().isForbidden());
            web.perform(get(path).with(members.of("camunda-admin"))).andExpect(status().isForbidden());
            web.perform(get(path)).andExpect(status().is3xxRedirection());
        }
        web.perform(post("/insight/views").with(members.of("agents")).with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void twoCharactersOfChineseAreFound() throws Exception {
        CaseReference reference = told(walk.registered(email, "我的包裹在路上丢失了 " + mark));

        assertThat(page("managers", "text", mark + " 丢失")).contains("/insight/cases/" + reference);
        assertThat(page("managers", "text", mark + " 破损")).doesNotContain("/insight/cases/" + reference);
    }

    @Test
    void customersAreFoundByAddressAndByAnyWordOfTheirName() throws Exception {
        CaseReference reference = told(walk.registered(email, "My parcel is lost"));
        jdbc.sql("update cases_contact set name = ? where email = ?")
                .params("Ann " + mark, email)
                .update();

        assertThat(page("managers", "customer", "list-" + mark)).doesNotContain("/insight/cases/" + reference);
        assertThat(page("managers", "customer", "list-" + mark + "@")).contains("/insight/cases/" + reference);
        assertThat(page("managers", "customer", mark.toUpperCase(Locale.ROOT) + " ann"))
                .contains("/insight/cases/" + reference);
    }

    @Test
    void conditionsNarrowTheListTogether() throws Exception {
        CaseReference running = told(walk.registered(email, "first " + mark));
        CaseReference withdrawn = walk.registered(email, "second " + mark);
        walk.withdraw(withdrawn);
        told(withdrawn);

        assertThat(page("managers", "text", mark, "state", "running"))
                .contains("/insight/cases/" + running)
                .doesNotContain("/insight/cases/" + withdrawn);
        assertThat(page("managers", "text", mark, "status", "WITHDRAWN", "from", "2020-01-01", "sort", "closed"))
                .contains("/insight/cases/" + withdrawn)
                .doesNotContain("/insight/cases/" + running);
        assertThat(page("managers", "text", mark, "to", "2020-01-01")).contains("Nothing to show");
        assertThat(page("managers", "text", mark, "from", "31.12.")).contains("This is no date", "is-invalid");
        assertThat(page("managers", "reference", "x' or 1=1 --", "sort", "drop", "page", "-1"))
                .contains("Nothing to show");
    }

    /** Whoever asks what is late wants above all what can still be helped. */
    @Test
    void aCaseThatIsStillOpenIsFoundByTheDeadlineThatItMissed() throws Exception {
        clock.moveTo(Instant.parse("2026-11-17T02:00:00Z"));
        CaseReference late = walk.triaged(email, "late " + mark);
        clock.moveTo(Instant.parse("2026-11-25T02:00:00Z"));
        walk.runJob(late, "Event_ResolutionNoticeDue");
        CaseReference young = told(walk.triaged(email, "young " + mark));

        assertThat(page("managers", "text", mark, "breach", "yes", "state", "running"))
                .contains("/insight/cases/" + late)
                .doesNotContain("/insight/cases/" + young);
        assertThat(page("managers", "text", mark, "breach", "no"))
                .contains("/insight/cases/" + young)
                .doesNotContain("/insight/cases/" + late);
    }

    @Test
    void auditorsMeetNoCustomersAndNoRestrictedCases() throws Exception {
        CaseReference open = told(walk.registered(email, "open " + mark));
        CaseReference restricted = walk.registered("restricted-" + email, "restricted " + mark);
        cases.restrict(restricted, "complaints", "test", "agent");
        told(restricted);

        assertThat(page("managers", "reference", restricted.value())).contains("/insight/cases/" + restricted);
        assertThat(page("auditors", "reference", restricted.value())).doesNotContain("/insight/cases/" + restricted);
        assertThat(page("auditors", "reference", open.value(), "column", "customer", "text", "nothing of it"))
                .contains("/insight/cases/" + open, "Conditions about customers")
                .doesNotContain(email, "Lin Customer", "name=\"customer\"", "name=\"text\"");
        assertThat(csv("auditors", "reference", open.value(), "column", "customer"))
                .contains(open.value())
                .doesNotContain(email, "Lin Customer");
        assertThat(csv("auditors", "reference", restricted.value())).doesNotContain(restricted.value());
    }

    @Test
    void aSpreadsheetTakesNoWordsForAFormula() throws Exception {
        CaseReference reference = told(walk.registered(email, "My parcel is lost"));
        jdbc.sql("update cases_contact set name = ? where email = ?")
                .params("=HYPERLINK(\"x\",\"y\")", email)
                .update();

        assertThat(csv("managers", "reference", reference.value(), "column", "customer"))
                .isEqualTo("\uFEFF\"Case\",\"Customer\",\"Proof of deadlines (last hash)\"\r\n"
                        + "\"%s\",\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\",\"%s\"\r\n"
                                .formatted(
                                        reference, proofs.of(reference).chain().head()));
    }

    @Test
    void aViewIsKeptForItsOwnerAlone() throws Exception {
        String query = "text=" + mark + "%26&state=running&column=status";
        web.perform(post("/insight/views")
                        .param("name", "Mine " + mark)
                        .param("query", query)
                        .with(members.of("managers"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/insight?" + query));
        long view = jdbc.sql("select id from insight_view where name = ?")
                .param("Mine " + mark)
                .query(Long.class)
                .single();

        assertThat(page("managers")).contains("Mine " + mark, query.replace("&", "&amp;"));
        assertThat(page("auditors")).doesNotContain("Mine " + mark);

        web.perform(delete(view, "auditors"));
        assertThat(page("managers")).contains("Mine " + mark);
        web.perform(delete(view, "managers"));
        assertThat(page("managers")).doesNotContain("Mine " + mark);
    }

    @Test
    void thePageSpeaksTheReadersLanguage() throws Exception {
        web.perform(get("/insight").with(members.of("managers")).locale(Locale.TAIWAN))
                .andExpect(content().string(containsString("已儲存的檢視")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void oneCaseIsToldFromWhatHappenedAndWhy() throws Exception {
        CaseReference reference = walk.proposed(email, "My parcel is lost " + mark);
        cases.handOver(reference, "manager", "expert", "knows parcels");

        assertThat(account("managers", reference))
                .contains("My parcel is lost " + mark)
                .contains("Decision: Prioritise request", "everything else", "Urgency as the customer sees it")
                .contains("Analyse request", "Analysed", "knows parcels", "waits to be sent", "Deadlines")
                .contains("&quot;Activity_AnalyseRequest&quot;:{&quot;visits&quot;:1,&quot;here&quot;:false")
                .doesNotContain("??");
        assertThat(account("auditors", reference))
                .contains("everything else", "Analysed")
                .doesNotContain("parcel is lost", "knows parcels", email, "Lin Customer");
        for (Locale locale : new Locale[] {Locale.CHINA, Locale.TAIWAN}) {
            web.perform(get("/insight/cases/" + reference)
                            .with(members.of("managers"))
                            .locale(locale))
                    .andExpect(content().string(not(containsString("??"))));
        }
    }

    @Test
    void theDiagramIsTheOneThatTheInstanceRanUnder() throws Exception {
        CaseReference reference = walk.analysed(email, "My parcel is lost");
        String instance = instances(reference).get(0);

        web.perform(get("/insight/cases/{reference}/diagrams/{instance}", reference, instance)
                        .with(members.of("auditors")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Activity_AnalyseRequest")));
        web.perform(get("/insight/cases/{reference}/diagrams/{instance}", reference, "another")
                        .with(members.of("managers")))
                .andExpect(status().isNotFound());
    }

    @Test
    void aCaseWhoseDiagramIsGoneIsStillTold() throws Exception {
        CaseReference model = walk.registered(email, "My parcel is lost");
        CaseSeen seen = facts.of(model.value()).stream()
                .map(FactStore.Recorded::fact)
                .filter(CaseSeen.class::isInstance)
                .map(CaseSeen.class::cast)
                .findFirst()
                .orElseThrow();
        CaseReference gone =
                CaseReference.of("C-1999-" + ThreadLocalRandom.current().nextLong(100_000_000_000L, 999_999_999_999L));
        Map<Object, Object> said = new LinkedHashMap<>();
        for (Object fact : List.of(
                seen,
                new InstanceStarted(mark, seen.at(), "old-request", 7, "gone:7:1", null, null),
                new NodeEntered(mark, seen.at(), "visit-" + mark, "Activity_Ask", "userTask", mark))) {
            said.put(fact, fact);
        }
        facts.add(Map.of(gone.value(), said), seen.at());

        assertThat(account("managers", gone))
                .contains("has been deleted", "old-request", "Activity_Ask")
                .doesNotContain("id=\"diagram\"");
    }

    @Test
    void aRestrictedCaseIsNoCaseForAuditors() throws Exception {
        CaseReference reference = walk.analysed(email, "My parcel is lost");
        String instance = instances(reference).get(0);
        cases.restrict(reference, "complaints", "test", "agent");

        account("managers", reference);
        for (String path :
                List.of("/insight/cases/" + reference, "/insight/cases/" + reference + "/diagrams/" + instance)) {
            web.perform(get(path).with(members.of("auditors"))).andExpect(status().isNotFound());
            web.perform(get(path).with(members.of("agents"))).andExpect(status().isForbidden());
        }
        for (String unknown : List.of("C-1999-000001", "nonsense")) {
            web.perform(get("/insight/cases/" + unknown).with(members.of("managers")))
                    .andExpect(status().isNotFound());
        }
    }

    private List<String> instances(CaseReference reference) {
        return CaseStory.of(reference.value(), facts.of(reference.value()), definitions).instances().stream()
                .map(InstanceRun::id)
                .toList();
    }

    private String account(String group, CaseReference reference) throws Exception {
        return answer("/insight/cases/" + reference, group);
    }

    private MockHttpServletRequestBuilder delete(long view, String group) {
        return post("/insight/views/" + view + "/delete")
                .param("query", "")
                .with(members.of(group))
                .with(csrf());
    }

    private CaseReference told(CaseReference reference) {
        projection.catchUp();
        return reference;
    }

    private String page(String group, String... parameters) throws Exception {
        return answer("/insight", group, parameters);
    }

    private String csv(String group, String... parameters) throws Exception {
        return answer("/insight/cases.csv", group, parameters);
    }

    private String answer(String path, String group, String... parameters) throws Exception {
        var request = get(path).with(members.of(group));
        for (int at = 0; at < parameters.length; at += 2) {
            request.param(parameters[at], parameters[at + 1]);
        }
        return web.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
