package io.careloop.identity;

import static io.careloop.identity.StaffClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import io.careloop.support.ScratchModels;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What becomes of a case, on all roads to it, when it is left to one group. */
@CareloopTest
class RestrictedCaseTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWalk walk;

    @Autowired
    CaseFiles cases;

    @Autowired
    Timeline timeline;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    private final String email = "restricted-" + UUID.randomUUID() + "@example.org";
    private StaffClient agent;
    private StaffClient complaints;
    private StaffClient manager;
    private CaseReference reference;
    private String task;

    @BeforeEach
    void aCaseThatAnAgentWorksOn() {
        agent = StaffClient.tool(port, "agent");
        complaints = StaffClient.tool(port, "complaints");
        manager = StaffClient.tool(port, "manager");
        reference = walk.triaged(email, "Something quite unheard of");
        task = walk.task(reference, "Activity_TriageRequest").getId();
        assertThat(agent.get("/engine-rest/task/" + task).statusCode()).isEqualTo(200);
        assertThat(agent.get("/desk/cases/" + reference).statusCode()).isEqualTo(200);
    }

    @Test
    void whoSawTheCaseBeforeFindsItAtNoAddressAnyMore() {
        restrict();

        assertThat(pagesOf(reference))
                .allSatisfy(page ->
                        assertThat(agent.get(page).statusCode()).as(page).isEqualTo(404));
        for (String question : List.of("?query=" + reference, "?query=" + email, "")) {
            assertThat(agent.get("/desk" + question).body()).doesNotContain("/desk/cases/" + reference);
            assertThat(agent.get("/api/cases" + question).body()).doesNotContain("\"" + reference + "\"");
        }
        assertThat(agent.post("/api/cases/" + reference + "/notes", "{}").statusCode())
                .isIn(404, 405);
    }

    @Test
    void itsTasksAreNeitherSeenNorClaimedByOthersWhateverRightTheyHaveOnAllTasks() {
        restrict();

        for (String user : List.of("agent", "coordinator", "auditor", "expert", "billing")) {
            StaffClient other = StaffClient.tool(port, user);
            assertThat(json(other.get("/engine-rest/task?maxResults=9&processInstanceBusinessKey=" + reference)))
                    .as(user)
                    .isEmpty();
            assertThat(other.get("/engine-rest/task/" + task).statusCode()).isIn(403, 404);
            assertThat(other.get("/engine-rest/task/" + task + "/form-variables")
                            .statusCode())
                    .isIn(403, 404);
            assertThat(other.get("/engine-rest/task/" + task + "/variables").statusCode())
                    .isIn(403, 404);
            assertThat(claim(other, user).statusCode()).isEqualTo(403);
            assertThat(json(other.get("/engine-rest/process-instance?maxResults=9&businessKey=" + reference)))
                    .as(user)
                    .isEmpty();
        }
        assertThat(json(agent.get("/engine-rest/history/task?maxResults=9&processInstanceBusinessKey=" + reference)))
                .isEmpty();
        assertThat(json(agent.get("/engine-rest/history/variable-instance?maxResults=9&processInstanceId="
                        + walk.tasks(reference).get(0).getProcessInstanceId())))
                .isEmpty();
    }

    @Test
    void theGroupAndTheManagersGoOnWithIt() {
        restrict();

        assertThat(walk.tasks(reference))
                .singleElement()
                .satisfies(open -> assertThat(open.getAssignee()).isNull());
        for (StaffClient admitted : List.of(complaints, manager)) {
            assertThat(admitted.get("/desk/cases/" + reference).body()).contains("restricted to");
            assertThat(admitted.get("/desk?query=" + reference).body()).contains("/desk/cases/" + reference);
            assertThat(json(admitted.get("/engine-rest/task?maxResults=9&processInstanceBusinessKey=" + reference)))
                    .hasSize(1);
        }
        assertThat(claim(complaints, "complaints").statusCode()).isEqualTo(204);
        assertThat(timeline.of(reference))
                .filteredOn(entry -> entry.kind() == Kind.RESTRICTED)
                .singleElement()
                .satisfies(entry -> assertThat(entry.isPublic()).isFalse())
                .extracting(TimelineEntry::actor, TimelineEntry::text)
                .containsExactly("manager", "complaints: The press asks");
    }

    @Test
    void whatTheDiagramsOfferToOthersIsOfferedToTheGroupAndWhatNeedsApprovalToTheApprovers() {
        restrict();
        StaffClient legal = StaffClient.tool(port, "legal");
        assertThat(legal.get("/desk/cases/" + reference).statusCode()).isEqualTo(404);
        Deployment deployment = ScratchModels.unchecked(() -> repository
                .createDeployment()
                .addClasspathResource("identity/two-teams.bpmn")
                .addClasspathResource("identity/two-teams-answer.form")
                .addClasspathResource("identity/two-teams-start.form")
                .deploy());
        try {
            runtime.startProcessInstanceByKey("two-teams", reference.value());

            assertThat(namesFor(agent)).isEmpty();
            assertThat(namesFor(StaffClient.tool(port, "coordinator"))).isEmpty();
            assertThat(namesFor(complaints)).contains("Answer customer").doesNotContain("Check contract");
            assertThat(namesFor(legal)).containsExactly("Check contract");
            assertThat(legal.get("/desk/cases/" + reference).statusCode()).isEqualTo(200);
            assertThat(legal.get("/desk?query=" + reference).body()).contains("/desk/cases/" + reference);
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
        assertThat(legal.get("/desk/cases/" + reference).statusCode()).isEqualTo(404);
    }

    @Test
    void theGroupCompletesAStepAfterWhichAnotherDiagramBegins() {
        restrict();
        Deployment deployment = ScratchModels.unchecked(() -> repository
                .createDeployment()
                .addModelInstance("caller.bpmn", aStepThatCalls("two-teams"))
                .addClasspathResource("identity/two-teams.bpmn")
                .addClasspathResource("identity/two-teams-answer.form")
                .addClasspathResource("identity/two-teams-start.form")
                .deploy());
        try {
            runtime.startProcessInstanceByKey("caller", reference.value());
            task = walk.task(reference, "Activity_Prepare").getId();
            assertThat(claim(complaints, "complaints").statusCode()).isEqualTo(204);

            HttpResponse<String> completed = complaints.post("/engine-rest/task/" + task + "/complete", "{}");

            assertThat(completed.statusCode()).as(completed.body()).isEqualTo(204);

            assertThat(namesFor(agent)).isEmpty();
            assertThat(namesFor(complaints)).contains("Answer customer");
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    @Test
    void whoRepairsTheEngineReadsNoneOfItsWords() {
        String form = "/engine-rest/task/" + task + "/form-variables";
        StaffClient admin = StaffClient.tool(port, "admin");
        assertThat(admin.get(form).body()).contains("Something quite unheard of");

        restrict();

        assertThat(admin.get(form).body()).doesNotContain("Something quite unheard of", "Lin Customer");
        assertThat(complaints.get(form).body()).contains("Something quite unheard of", "Lin Customer");
    }

    @Test
    void nobodyAssignsItsTasksToSomebodyWhomItIsClosedTo() {
        restrict();

        HttpResponse<String> answer =
                manager.post("/engine-rest/task/" + task + "/assignee", "{\"userId\": \"expert\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).path("message").asText())
                .isEqualTo("expert may not work on this case: it is restricted to a group.");
    }

    @Test
    void wordsToTheCustomerAreRefusedOnTheFormAsOverRest() {
        walk.submit(
                reference,
                "Activity_TriageRequest",
                Map.of("category", "delivery", "priority", "high", "team", "billing"));
        restrict();
        task = walk.task(reference, "Activity_AnalyseRequest").getId();
        assertThat(claim(complaints, "complaints").statusCode()).isEqualTo(204);

        HttpResponse<String> asked = complaints.post("/engine-rest/task/" + task + "/submit-form", """
                {"variables": {"problemText": {"value": "Did the lamp explode?"}, "problemClear": {"value": "no"}}}""");

        assertThat(asked.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(asked.body()).contains("has to be approved first");
        assertThat(timeline.of(reference)).noneMatch(entry -> entry.text().contains("explode"));
        assertThat(walk.task(reference, "Activity_AnalyseRequest").getId()).isEqualTo(task);
    }

    @Test
    void otherCasesOfTheCustomerDoNotTellOfItButToThoseWhoMaySeeIt() {
        CaseReference other = walk.triaged(email, "Another unheard of thing");
        assertThat(agent.get("/desk/cases/" + other).body()).contains("/desk/cases/" + reference);

        restrict();

        assertThat(agent.get("/desk/cases/" + other).body()).doesNotContain("/desk/cases/" + reference);
        assertThat(complaints.get("/desk/cases/" + other).body()).contains("/desk/cases/" + reference);
        String facts = agent.get("/engine-rest/task/"
                        + walk.task(other, "Activity_TriageRequest").getId() + "/form-variables")
                .body();
        assertThat(facts).contains("Another unheard of thing").doesNotContain(reference.value());
    }

    @Test
    void releasedItIsOpenToAllAgain() {
        restrict();
        cases.release(reference, "Settled", "complaints");

        assertThat(agent.get("/desk/cases/" + reference).statusCode()).isEqualTo(200);
        assertThat(claim(agent, "agent").statusCode()).isEqualTo(204);
        assertThat(namesFor(StaffClient.tool(port, "coordinator"))).hasSize(1);
        assertThat(timeline.of(reference)).extracting(TimelineEntry::kind).contains(Kind.RELEASED);
    }

    private static BpmnModelInstance aStepThatCalls(String diagram) {
        return Bpmn.createExecutableProcess("caller")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("Activity_Prepare")
                .camundaCandidateGroups(Groups.COMPLAINTS)
                .callActivity()
                .calledElement(diagram)
                .camundaInBusinessKey("#{execution.processBusinessKey}")
                .endEvent()
                .done();
    }

    private void restrict() {
        cases.restrict(reference, Groups.COMPLAINTS, "The press asks", "manager");
    }

    private List<String> namesFor(StaffClient who) {
        return json(who.get("/engine-rest/task?maxResults=9&processInstanceBusinessKey=" + reference))
                .findValuesAsText("name");
    }

    private HttpResponse<String> claim(StaffClient who, String user) {
        return who.post("/engine-rest/task/" + task + "/claim", "{\"userId\": \"" + user + "\"}");
    }

    private static List<String> pagesOf(CaseReference reference) {
        return List.of(
                "/desk/cases/" + reference,
                "/desk/cases/" + reference + "/attachments/" + UUID.randomUUID(),
                "/api/cases/" + reference,
                "/api/cases/" + reference + "/timeline",
                "/api/cases/" + reference + "/deadlines");
    }
}
