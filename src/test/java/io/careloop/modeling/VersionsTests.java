package io.careloop.modeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import io.careloop.engine.MovableClock;
import io.careloop.identity.Groups;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@CareloopTest
class VersionsTests {

    private static final String FRAME = "service-request";
    private static final Path FRAME_FILE = Path.of("processes/resolution/service-request.bpmn");
    private static final Path LEARNING_FILE = Path.of("processes/recovery/learning.bpmn");
    private static final String PROPOSE = "Activity_ProposeSolution";
    private static final String DRAFT = "Activity_DraftSolution";
    private static final String PARCEL = "My parcel has not arrived";

    @Autowired
    MockMvc http;

    @Autowired
    CaseWalk walk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    private final List<String> deployments = new ArrayList<>();

    /** The newest first, so that each version goes before those that it came after. */
    @AfterEach
    void forgetWhatWasDeployed() {
        for (int i = deployments.size() - 1; i >= 0; i--) {
            repository.deleteDeployment(deployments.get(i), true);
        }
    }

    @Test
    void runningCasesMoveToANewVersionAndBackAndKeepTheirDeadlines() throws Exception {
        ProcessDefinition before = deploy(FRAME_FILE, "", "");
        CaseReference analysed = walk.analysed("versions.analysed@example.org", PARCEL);
        CaseReference triaged = walk.triaged("versions.triaged@example.org", PARCEL);
        CaseReference asked = walk.proposed("versions.asked@example.org", PARCEL);
        CaseReference resolved = walk.resolved("versions.resolved@example.org", PARCEL);
        List<CaseReference> all = List.of(analysed, triaged, asked, resolved);
        ProcessDefinition after = deploy(FRAME_FILE, PROPOSE, DRAFT);
        Map<String, Date> due = due(all);
        assertThat(due).hasSizeGreaterThan(all.size());

        plan(before, after)
                .andExpect(content().string(containsString("3 of 4 cases can be moved")))
                .andExpect(content().string(containsString("no place is chosen")));
        plan(before, after, "place." + PROPOSE, DRAFT)
                .andExpect(content().string(containsString("4 of 4 cases can be moved")))
                .andExpect(content().string(containsString("Analyse request")))
                .andExpect(content().string(not(containsString("ends (was"))));
        assertThat(standingIn(after)).as("a plan moves nothing").isEmpty();

        String moving = start(before, after, standingIn(before), "place." + PROPOSE, DRAFT);
        show(moving).andExpect(content().string(containsString("0 of 4 cases moved")));
        runBatch(moving);

        show(moving)
                .andExpect(content().string(containsString("Finished: 4 of 4")))
                .andExpect(content().string(containsString("place." + DRAFT + "=" + PROPOSE)));
        assertThat(standingIn(after)).hasSize(4);
        assertThat(walk.task(analysed, DRAFT).getDueDate()).isNotNull();
        assertThat(due(all)).isEqualTo(due);

        List<String> back = standingIn(after);
        back.removeIf(instance -> instance.equals(instanceOf(triaged)));
        runBatch(start(after, before, back, "place." + DRAFT, PROPOSE));

        assertThat(standingIn(before)).hasSize(3);
        assertThat(due(all)).isEqualTo(due);
        walk.propose(analysed, "We send a new one by courier");
        finish(analysed);
        finish(asked);
        walk.call(resolved, Map.of("outcomeText", "solved", "noteText", "all fine", "wordText", "convenient"));
        walk.submit(triaged, "Activity_AnalyseRequest", Map.of("problemText", "It is lost", "problemClear", "yes"));
        assertThat(walk.task(triaged, DRAFT).getDueDate()).isNotNull();
        walk.submit(
                triaged,
                DRAFT,
                Map.of(
                        "solutionText",
                        "We send a new one",
                        "finishDateText",
                        LocalDate.now((Clock) clock).plusDays(2).toString()));
        finish(triaged);
        assertThat(all).allMatch(closed -> walk.file(closed).status() == CaseStatus.CLOSED);
    }

    @Test
    void aCaseThatEndedMeanwhileIsShownAsFailedAndLeftOut() throws Exception {
        ProcessDefinition before = deploy(FRAME_FILE, "", "");
        CaseReference gone = walk.analysed("versions.gone@example.org", PARCEL);
        ProcessDefinition after = deploy(FRAME_FILE, "Propose solution", "Draft solution");

        String moving = start(before, after, standingIn(before));
        walk.withdraw(gone);
        runBatch(moving);

        show(moving).andExpect(content().string(allOf(containsString("1 failed"), containsString("has ended"))));
        http.perform(as(owner(), post(moving + "/giving-up"))).andExpect(redirectedUrl(moving));
        show(moving).andExpect(content().string(allOf(containsString("0 of 1"), containsString("left out"))));
    }

    @Test
    void whatCannotTakeThePlaceOfAnotherIsSaidInAnOwnersWords() throws Exception {
        ProcessDefinition before = deploy(FRAME_FILE, "", "");
        ProcessDefinition after = deploy(FRAME_FILE, PROPOSE, DRAFT);

        plan(before, after, "place." + PROPOSE, "Activity_AnalyseRequest")
                .andExpect(content().string(containsString("This choice is not possible")))
                .andExpect(content().string(containsString("<code>" + PROPOSE)));
    }

    @Test
    void twoVersionsAreComparedInWordsAndOnTheDiagram() throws Exception {
        ProcessDefinition before = deploy(LEARNING_FILE, "", "");
        ProcessDefinition after = deploy(LEARNING_FILE, "\"P3650D\"", "\"P400D\"");

        open("/modeling/versions").andExpect(content().string(containsString("/modeling/versions/learning")));
        open("/modeling/versions/learning")
                .andExpect(content().string(containsString("The diagram is the same as in version")));
        open(pair("learning", "compare", before, after))
                .andExpect(content().string(containsString("Time to live of the history")))
                .andExpect(content().string(allOf(containsString("P3650D"), containsString("P400D"))))
                .andExpect(content().string(containsString("&quot;changed&quot;:[&quot;learning&quot;]")));
        open("/modeling/versions/learning/" + after.getVersion() + ".bpmn")
                .andExpect(content().string(containsString("P400D")));
        open(pair("learning", "compare", before, after) + "&lang=zh-TW")
                .andExpect(content().string(containsString("以文字說明的不同之處")));
    }

    @Test
    void aVersionIsSuspendedAndGoesOnWithAReason() throws Exception {
        ProcessDefinition version = deploy(LEARNING_FILE, "", "");

        suspend(version, "SUSPEND", " ").andExpect(status().isUnprocessableEntity());
        assertThat(isSuspended(version)).isFalse();
        suspend(version, "SUSPEND", "It asks the wrong people").andExpect(status().is3xxRedirection());
        assertThat(isSuspended(version)).isTrue();
        open("/modeling/versions/learning").andExpect(content().string(containsString("It asks the wrong people")));

        suspend(version, "ACTIVATE", "They are right after all").andExpect(status().is3xxRedirection());
        assertThat(isSuspended(version)).isFalse();
    }

    @Test
    void nobodyElseComesHere() throws Exception {
        for (String group : List.of(Groups.AGENTS, Groups.MANAGERS, Groups.AUDITORS)) {
            String name = group.substring(0, group.length() - 1);
            UserRequestPostProcessor other = user(name).authorities(() -> Groups.authority(group));
            for (String address : List.of(
                    "/modeling/versions",
                    "/modeling/versions/learning",
                    "/modeling/versions/learning/1.bpmn",
                    "/modeling/versions/learning/compare?from=1&to=1",
                    "/modeling/versions/learning/migration?from=1&to=1",
                    "/modeling/versions/learning/migrations/1")) {
                http.perform(get(address).with(other)).andExpect(status().isForbidden());
            }
            for (String address : List.of("suspension", "migrations", "migrations/1/retry", "migrations/1/giving-up")) {
                http.perform(as(other, post("/modeling/versions/learning/" + address)))
                        .andExpect(status().isForbidden());
            }
        }
        http.perform(get("/modeling/versions/nothing").with(owner())).andExpect(status().isNotFound());
    }

    private void finish(CaseReference reference) {
        walk.answer(reference, true, null);
        walk.implement(reference);
        walk.answer(reference, true, null);
        walk.call(reference, Map.of("outcomeText", "solved", "noteText", "all fine", "wordText", "convenient"));
    }

    private ProcessDefinition deploy(Path file, String old, String now) throws Exception {
        String deployment = repository
                .createDeployment()
                .addString(
                        file.getFileName().toString(),
                        old.isEmpty()
                                ? Files.readString(file)
                                : Files.readString(file).replace(old, now))
                .deploy()
                .getId();
        deployments.add(deployment);
        return repository.createProcessDefinitionQuery().deploymentId(deployment).list().stream()
                .filter(definition -> file.endsWith(definition.getKey() + ".bpmn"))
                .findFirst()
                .orElseThrow();
    }

    private String start(ProcessDefinition from, ProcessDefinition to, List<String> instances, String... places)
            throws Exception {
        MockHttpServletRequestBuilder request = as(owner(), post("/modeling/versions/" + FRAME + "/migrations"))
                .param("from", "" + from.getVersion())
                .param("to", "" + to.getVersion())
                .param("case", instances.toArray(String[]::new))
                .param("reason", "The new step is wanted for all");
        if (places.length > 0) {
            request.param(places[0], places[1]);
        }
        return http.perform(request)
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private ResultActions plan(ProcessDefinition from, ProcessDefinition to, String... places) throws Exception {
        String address = pair(FRAME, "migration", from, to);
        return open(places.length == 0 ? address : address + "&" + places[0] + "=" + places[1]);
    }

    private static String pair(String key, String what, ProcessDefinition from, ProcessDefinition to) {
        return "/modeling/versions/%s/%s?from=%d&to=%d".formatted(key, what, from.getVersion(), to.getVersion());
    }

    private ResultActions show(String migration) throws Exception {
        return open(migration);
    }

    private ResultActions open(String address) throws Exception {
        return http.perform(get(address).with(owner())).andExpect(status().isOk());
    }

    private ResultActions suspend(ProcessDefinition version, String action, String reason) throws Exception {
        return http.perform(as(owner(), post("/modeling/versions/learning/suspension"))
                .param("version", "" + version.getVersion())
                .param("action", action)
                .param("reason", reason));
    }

    /** Until it is done, or what is left fails. */
    private void runBatch(String migration) {
        String id = jdbc.sql("select batch_id from modeling_migration where id = ?")
                .param(Long.valueOf(migration.substring(migration.lastIndexOf('/') + 1)))
                .query(String.class)
                .single();
        Batch batch = management.createBatchQuery().batchId(id).singleResult();
        for (int round = 0; round < 9; round++) {
            Stream.of(
                            batch.getSeedJobDefinitionId(),
                            batch.getBatchJobDefinitionId(),
                            batch.getMonitorJobDefinitionId())
                    .flatMap(definition -> management.createJobQuery().jobDefinitionId(definition).list().stream())
                    .forEach(this::run);
        }
    }

    private void run(Job job) {
        try {
            management.executeJob(job.getId());
        } catch (RuntimeException e) {
            assertThat(management
                            .createJobQuery()
                            .jobId(job.getId())
                            .withException()
                            .count())
                    .isEqualTo(1);
        }
    }

    private List<String> standingIn(ProcessDefinition version) {
        return new ArrayList<>(runtime.createProcessInstanceQuery().processDefinitionId(version.getId()).list().stream()
                .map(ProcessInstance::getId)
                .toList());
    }

    private String instanceOf(CaseReference reference) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(FRAME)
                .processInstanceBusinessKey(reference.value())
                .singleResult()
                .getId();
    }

    /** Of all timers and tasks of the frames, by id. */
    private Map<String, Date> due(List<CaseReference> references) {
        Map<String, Date> due = new HashMap<>();
        for (CaseReference reference : references) {
            management
                    .createJobQuery()
                    .processInstanceId(instanceOf(reference))
                    .timers()
                    .list()
                    .forEach(timer -> due.put(timer.getId(), timer.getDuedate()));
            walk.tasks(reference).forEach(task -> due.put(task.getId(), task.getDueDate()));
        }
        due.values().removeIf(Objects::isNull);
        return due;
    }

    private boolean isSuspended(ProcessDefinition version) {
        return repository.getProcessDefinition(version.getId()).isSuspended();
    }

    private static MockHttpServletRequestBuilder as(
            UserRequestPostProcessor who, MockHttpServletRequestBuilder request) {
        return request.with(who).with(csrf());
    }

    private static UserRequestPostProcessor owner() {
        return user("owner").authorities(() -> Groups.authority(Groups.OWNERS));
    }
}
