package io.careloop.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import io.careloop.support.Members;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The desk and the task forms beside a case that is being worked on. */
@CareloopTest
class CaseWorkTests {

    private static final String COLLEAGUE = "cleo";

    @Autowired
    MockMvc web;

    @Autowired
    TestRestTemplate http;

    @Autowired
    CaseWalk walk;

    @Autowired
    CaseFiles cases;

    @Autowired
    Timeline timeline;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    IdentityService identity;

    @Autowired
    Members members;

    private CaseReference reference;

    @BeforeEach
    void aCaseWaitsForItsAnalysis() {
        reference = walk.triaged("ann-" + UUID.randomUUID() + "@example.org", "My parcel has not arrived");
        User colleague = identity.newUser(COLLEAGUE);
        colleague.setFirstName("Cleo");
        colleague.setPassword("Long-enough-42!");
        identity.saveUser(colleague);
        identity.createMembership(COLLEAGUE, "agents");
    }

    @AfterEach
    void theColleagueLeaves() {
        identity.deleteUser(COLLEAGUE);
    }

    @Test
    void thePageNamesTheOpenTasksAndLinksThoseOfTheReader() throws Exception {
        Task task = walk.tasks(reference).get(0);
        String link = "#/?task=" + task.getId();
        String group = tasks.getIdentityLinksForTask(task.getId()).stream()
                .filter(tie -> tie.getGroupId() != null)
                .findFirst()
                .orElseThrow()
                .getGroupId();

        web.perform(get("/desk/cases/" + reference).with(members.of(group)))
                .andExpect(content().string(containsString(task.getName())))
                .andExpect(content().string(containsString(link)));
        web.perform(get("/desk/cases/" + reference).with(members.of("auditors")))
                .andExpect(content().string(containsString(task.getName())))
                .andExpect(content().string(not(containsString(link))));
    }

    @Test
    void aManagerEndsTheRestrictionOfACaseWithAReasonAndNobodyElseDoes() throws Exception {
        cases.restrict(reference, "complaints", "The press asks", "complaints");

        release("complaints", "Settled").andExpect(status().isForbidden());
        release("managers", " ").andExpect(status().isUnprocessableEntity());
        assertThat(cases.get(reference).restrictedTo()).isEqualTo("complaints");
        release("managers", "Settled").andExpect(redirectedUrl("/desk/cases/" + reference));

        assertThat(cases.get(reference).restrictedTo()).isNull();
        assertThat(timeline.of(reference))
                .filteredOn(entry -> entry.kind() == Kind.RELEASED)
                .extracting(TimelineEntry::text)
                .containsExactly("Settled");
    }

    @Test
    void theComplaintDeskLeavesACaseToItselfWithAReasonAndAnAgentDoesNot() throws Exception {
        restrict("agents", "Delicate").andExpect(status().isForbidden());
        restrict("complaints", " ").andExpect(status().isUnprocessableEntity());
        assertThat(cases.get(reference).restrictedTo()).isNull();
        restrict("complaints", "A relative of ours").andExpect(redirectedUrl("/desk/cases/" + reference));

        assertThat(cases.get(reference).restrictedTo()).isEqualTo("complaints");
        web.perform(get("/desk/cases/" + reference).with(members.of("agents"))).andExpect(status().isNotFound());
    }

    private ResultActions restrict(String group, String reason) throws Exception {
        return web.perform(post("/desk/cases/" + reference + "/restriction")
                .param("reason", reason)
                .with(csrf())
                .with(members.of(group)));
    }

    private ResultActions release(String group, String reason) throws Exception {
        return web.perform(post("/desk/cases/" + reference + "/release")
                .param("reason", reason)
                .with(csrf())
                .with(members.of(group)));
    }

    @Test
    void aDepartmentWithATaskOfTheCaseSeesTheCase() throws Exception {
        web.perform(get("/desk/cases/" + reference).with(members.of("billing"))).andExpect(status().isNotFound());

        tasks.addCandidateGroup(walk.tasks(reference).get(0).getId(), "billing");

        web.perform(get("/desk/cases/" + reference).with(members.of("billing"))).andExpect(status().isOk());
    }

    @Test
    void whoeverMaySeeACaseForATaskOfItFindsIt() throws Exception {
        searched("billing").andExpect(content().string(not(containsString("/desk/cases/" + reference))));

        String task = walk.tasks(reference).get(0).getId();
        tasks.addCandidateGroup(task, "billing");
        searched("billing").andExpect(content().string(containsString("/desk/cases/" + reference)));

        tasks.deleteCandidateGroup(task, "billing");
        tasks.setAssignee(task, "billing");
        searched("billing").andExpect(content().string(containsString("/desk/cases/" + reference)));
    }

    private ResultActions searched(String group) throws Exception {
        return web.perform(get("/desk").param("query", reference.value()).with(members.of(group)));
    }

    @Test
    void aHandOverTakesTheProcessAndTheOpenTasksAlong() throws Exception {
        Task task = walk.tasks(reference).get(0);
        tasks.setAssignee(task.getId(), cases.get(reference).owner());

        handOver(COLLEAGUE, "on leave").andExpect(redirectedUrl("/desk/cases/" + reference));

        assertThat(cases.get(reference).owner()).isEqualTo(COLLEAGUE);
        assertThat(runtime.getVariable(task.getProcessInstanceId(), "owner")).isEqualTo(COLLEAGUE);
        assertThat(walk.tasks(reference).get(0).getAssignee()).isEqualTo(COLLEAGUE);
        assertThat(timeline.of(reference)).last().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.HANDED_OVER);
            assertThat(entry.text()).contains("on leave");
        });
    }

    @Test
    void aHandOverNeedsAReasonAndAnAgent() throws Exception {
        handOver(COLLEAGUE, " ").andExpect(status().isUnprocessableEntity());
        handOver("manager", "because").andExpect(status().isUnprocessableEntity());
        handOver("nobody", "because").andExpect(status().isUnprocessableEntity());

        assertThat(timeline.of(reference)).extracting(TimelineEntry::kind).doesNotContain(Kind.HANDED_OVER);
    }

    @Test
    void tasklistGetsTheFactsForThoseWhoMayReadTheTask() {
        Task task = walk.tasks(reference).get(0);
        tasks.addCandidateGroup(task.getId(), "agents");
        String address = "/engine-rest/task/" + task.getId() + "/form-variables?deserializeValues=false";

        JsonNode known = http.withBasicAuth(COLLEAGUE, "Long-enough-42!").getForObject(address, JsonNode.class);

        assertThat(known.at("/reference/value").asText()).isEqualTo(reference.value());
        assertThat(known.at("/request/type").asText()).isEqualTo("String");
        assertThat(known.at("/request/value").asText()).isEqualTo("My parcel has not arrived");
        assertThat(known.at("/ownerName/value").asText()).isNotEmpty();

        identity.deleteMembership(COLLEAGUE, "agents");
        identity.createMembership(COLLEAGUE, "product");

        assertThat(http.withBasicAuth(COLLEAGUE, "Long-enough-42!")
                        .getForEntity(address, String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void programsSearchAsPeopleDo() throws Exception {
        web.perform(get("/api/cases").param("query", reference.value()).with(members.of("agents")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.cases[0].reference").value(reference.value()))
                .andExpect(jsonPath("$.hasNext").value(false));
        web.perform(get("/api/cases").param("query", reference.value()).with(httpBasic("nobody", "x")))
                .andExpect(status().isUnauthorized());
    }

    private ResultActions handOver(String owner, String reason) throws Exception {
        return web.perform(post("/desk/cases/" + reference + "/owner")
                .with(members.of("agents"))
                .with(csrf())
                .param("owner", owner)
                .param("reason", reason));
    }
}
