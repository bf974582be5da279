package io.careloop.identity;

import static io.careloop.identity.StaffClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.support.CareloopTest;
import io.careloop.support.ScratchModels;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What tools and the staff may do over the engine's REST API, on a process with a task of the agents and one of legal. */
@CareloopTest
class EngineRestTests {

    private static final String TEXT = "{\"variables\": {\"%s\": {\"value\": \"%s\"}}}";

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    Users users;

    Deployment deployment;
    String instance;
    String agentsTask;
    String legalTask;
    StaffClient agent;
    StaffClient manager;
    StaffClient admin;

    @BeforeEach
    void startProcess() {
        deployment = ScratchModels.unchecked(() -> repository
                .createDeployment()
                .addClasspathResource("identity/two-teams.bpmn")
                .addClasspathResource("identity/two-teams-answer.form")
                .addClasspathResource("identity/two-teams-start.form")
                .deploy());
        instance = runtime.startProcessInstanceByKey("two-teams", Map.of("priority", "P2"))
                .getId();
        agentsTask = task("Activity_AnswerCustomer").getId();
        legalTask = task("Activity_CheckContract").getId();
        agent = StaffClient.tool(port, "agent");
        manager = StaffClient.tool(port, "manager");
        admin = StaffClient.tool(port, "admin");
        if (!users.exists("colleague")) {
            users.create(new StaffMember("colleague", "Cleo", null), "Colleague", "colleague", Groups.AGENTS);
        }
    }

    @AfterEach
    void removeProcess() {
        repository.deleteDeployment(deployment.getId(), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
    void refusesWhoeverGivesNoName(String verb) {
        StaffClient nobody = StaffClient.browser(port);

        assertThat(nobody.send(verb, "/engine-rest/task", "{}", "application/json")
                        .statusCode())
                .isEqualTo(401);
        assertThat(nobody.send(verb, "/engine-rest/deployment/create", "{}", "application/json")
                        .statusCode())
                .isEqualTo(401);
        assertThat(nobody.hasCookie("JSESSIONID")).isFalse();
    }

    @Test
    void wordsAboutACustomerGoToTheCaseFileAndNotIntoCommentsAndAttachments() {
        String task = "/engine-rest/task/" + agentsTask;

        assertThat(agent.post(task + "/comment/create", "{\"message\": \"He was rude\"}")
                        .body())
                .contains("write a note on the case file");
        assertThat(admin.send("POST", task + "/attachment/create", """
                                --b\r
                                Content-Disposition: form-data; name="url"\r
                                \r
                                https://example.org/letter\r
                                --b--\r
                                """, "multipart/form-data; boundary=b")
                        .body())
                .contains("write a note on the case file");
        assertThat(tasks.getTaskComments(agentsTask)).isEmpty();
        assertThat(tasks.getTaskAttachments(agentsTask)).isEmpty();
    }

    @Test
    void givesToolsNoSession() {
        assertThat(agent.get("/engine-rest/task?maxResults=5").statusCode()).isEqualTo(200);
        assertThat(agent.hasCookie("JSESSIONID")).isFalse();
    }

    @Test
    void aSessionIsNoWayIntoTheRestApi() {
        StaffClient browser = StaffClient.browser(port);
        browser.signIn("agent", "agent");

        assertThat(browser.get("/engine-rest/task?maxResults=5").statusCode()).isEqualTo(401);
    }

    @Test
    void aForeignPageCannotUseAPasswordThatTheBrowserKeeps() {
        assertThat(admin.from("cross-site")
                        .get("/engine-rest/task?maxResults=5")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anAgentSeesTheTasksOfItsGroupsOnly() {
        List<String> seen = json(agent.get("/engine-rest/task?maxResults=100&processInstanceId=" + instance))
                .findValuesAsText("id");

        assertThat(seen).containsExactly(agentsTask);
        assertThat(agent.get("/engine-rest/task/" + legalTask).statusCode()).isIn(403, 404);
        assertThat(agent.get("/engine-rest/task/" + legalTask + "/form-variables")
                        .statusCode())
                .isIn(403, 404);
        assertThat(claim(agent, legalTask, "agent").statusCode()).isIn(403, 404);
        assertThat(json(manager.get("/engine-rest/task?maxResults=100&processInstanceId=" + instance)))
                .hasSize(2);
    }

    @Test
    void oneClaimsForOneselfOnly() {
        assertThat(message(claim(agent, agentsTask, "colleague"), 403)).startsWith("You can claim a task for yourself");
        assertThat(claim(agent, agentsTask, "agent").statusCode()).isEqualTo(204);
        assertThat(assignee()).isEqualTo("agent");
    }

    @Test
    void oneReleasesOnesOwnOnly() {
        claim(agent, agentsTask, "agent");
        StaffClient colleague = StaffClient.tool(port, "colleague");

        assertThat(message(colleague.post("/engine-rest/task/" + agentsTask + "/unclaim", null), 403))
                .startsWith("This task belongs to agent");
        assertThat(claim(colleague, agentsTask, "colleague").statusCode()).isNotEqualTo(204);
        assertThat(agent.post("/engine-rest/task/" + agentsTask + "/unclaim", null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(assignee()).isNull();
    }

    @Test
    void oneHandsOverWithinTheGroupsOfTheTaskOnly() {
        claim(agent, agentsTask, "agent");

        assertThat(message(assign(agent, agentsTask, "legal"), 403)).startsWith("legal is in none of the groups");
        assertThat(message(delegate(agent, agentsTask, "legal"), 403)).startsWith("legal is in none of the groups");
        assertThat(message(assign(agent, agentsTask, "nobody-there"), 403)).contains("in none of the groups");
        assertThat(assign(agent, agentsTask, "colleague").statusCode()).isEqualTo(204);
        assertThat(assignee()).isEqualTo("colleague");
        assertThat(message(assign(agent, agentsTask, "agent"), 403)).startsWith("This task belongs to colleague");
    }

    @Test
    void managersAndCoordinatorsAssignFreely() {
        assertThat(assign(manager, agentsTask, "expert").statusCode()).isEqualTo(204);
        assertThat(assign(StaffClient.tool(port, "coordinator"), agentsTask, "agent")
                        .statusCode())
                .isEqualTo(204);
        assertThat(assign(StaffClient.tool(port, "auditor"), agentsTask, "auditor")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void candidatesPriorityAndDatesAreNotTheAgentsToSet() {
        claim(agent, agentsTask, "agent");
        HttpResponse<String> changed = agent.send(
                "PUT",
                "/engine-rest/task/" + agentsTask,
                "{\"name\": \"Answer customer\", \"priority\": 90, \"due\": \"2030-01-01T00:00:00.000+0000\"}",
                "application/json");
        HttpResponse<String> otherGroup = agent.post(
                "/engine-rest/task/" + agentsTask + "/identity-links",
                "{\"groupId\": \"legal\", \"type\": \"candidate\"}");

        assertThat(message(changed, 403)).startsWith("Owner, candidates, priority and dates");
        assertThat(message(otherGroup, 403)).startsWith("Owner, candidates, priority and dates");
    }

    @ParameterizedTest
    @ValueSource(strings = {"complete", "submit-form", "resolve"})
    void aSubmissionBringsTheFieldsOfItsFormOnly(String verb) {
        claim(agent, agentsTask, "agent");
        String address = "/engine-rest/task/%s/%s".formatted(agentsTask, verb);

        assertThat(message(agent.post(address, TEXT.formatted("priority", "P1")), 403))
                .isEqualTo("The form does not have these fields: priority. Nothing was saved.");
        assertThat(runtime.getVariable(instance, "priority")).isEqualTo("P2");
    }

    @Test
    void aFieldThatTheFormOnlyShowsIsNotTaken() {
        claim(agent, agentsTask, "agent");

        HttpResponse<String> done = agent.post(
                "/engine-rest/task/" + agentsTask + "/submit-form",
                "{\"variables\": {\"answer\": {\"value\": \"Done\"}, \"solved\": {\"value\": true}, \"customer\":"
                        + " {\"value\": \"Somebody else\"}}}");

        assertThat(done.statusCode()).as(done.body()).isIn(200, 204);
        assertThat(runtime.getVariables(instance))
                .containsEntry("answer", "Done")
                .containsEntry("solved", true)
                .doesNotContainKey("customer");
    }

    @Test
    void oneCompletesWhatOneHasClaimed() {
        String address = "/engine-rest/task/" + agentsTask + "/complete";

        assertThat(message(agent.post(address, "{}"), 403)).isEqualTo("Claim the task before you complete it.");
        claim(StaffClient.tool(port, "colleague"), agentsTask, "colleague");
        assertThat(message(agent.post(address, "{}"), 403)).startsWith("This task belongs to colleague");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,    task,              variables/priority,       agent",
        "PUT,    task,              localVariables/priority,  agent",
        "POST,   task,              variables,                agent",
        "DELETE, task,              variables/priority,       agent",
        "PUT,    process-instance,  variables/priority,       agent",
        "POST,   process-instance,  variables,                agent",
        "PUT,    execution,         localVariables/priority,  agent",
        "PUT,    task,              variables/priority,       manager",
        "POST,   process-instance,  variables,                manager",
        "POST,   process-instance,  variables,                owner"
    })
    void variablesAreNotChangedPastTheForm(String verb, String kind, String address, String user) {
        claim(agent, agentsTask, "agent");
        String id = kind.equals("task") ? agentsTask : instance;
        String body = address.endsWith("ariables")
                ? "{\"modifications\": {\"priority\": {\"value\": \"P1\"}}}"
                : "{\"value\": \"P1\", \"type\": \"String\"}";

        HttpResponse<String> answer = StaffClient.tool(port, user)
                .send(verb, "/engine-rest/%s/%s/%s".formatted(kind, id, address), body, "application/json");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(runtime.getVariable(instance, "priority")).isEqualTo("P2");
    }

    @Test
    void administratorsRepairVariables() {
        HttpResponse<String> answer = admin.post(
                "/engine-rest/process-instance/" + instance + "/variables",
                "{\"modifications\": {\"priority\": {\"value\": \"P1\"}}}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(runtime.getVariable(instance, "priority")).isEqualTo("P1");
    }

    @Test
    void aTaskIsNotEndedPastItsForm() {
        claim(agent, agentsTask, "agent");

        assertThat(agent.post("/engine-rest/task/" + agentsTask + "/bpmnError", "{\"errorCode\": \"x\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(agent.send("DELETE", "/engine-rest/task/" + agentsTask, null, "application/json")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anAgentStartsNoProcessButTheOneOfTheTelephone() {
        assertThat(agent.post("/engine-rest/process-definition/key/two-teams/start", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aStartBringsTheFieldsOfItsFormOnly() {
        allowAgentsToStart();
        String definition = json(agent.get("/engine-rest/process-definition/key/two-teams"))
                .path("id")
                .asText();
        for (String address :
                List.of("key/two-teams/start", "key/two-teams/submit-form", definition + "/submit-form")) {
            String path = "/engine-rest/process-definition/" + address;

            assertThat(message(agent.post(path, TEXT.formatted("priority", "P1")), 403))
                    .contains("priority");
            assertThat(message(agent.post(path, "{\"businessKey\": \"C-2026-000001\"}"), 403))
                    .contains("Leave the business key empty");
            HttpResponse<String> started = agent.post(path, TEXT.formatted("caller", "Ann"));
            assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        }
        assertThat(message(
                        agent.post(
                                "/engine-rest/process-definition/key/two-teams/start",
                                "{\"startInstructions\": [{\"type\": \"startBeforeActivity\", \"activityId\":"
                                        + " \"Activity_CheckContract\"}]}"),
                        403))
                .isEqualTo("Start this process with its start form.");
    }

    @Test
    void anAgentReadsDiagramAndHistoryOfItsTaskAndOfNoOther() {
        claim(agent, agentsTask, "agent");
        String definition = task("Activity_CheckContract").getProcessDefinitionId();

        assertThat(agent.get("/engine-rest/process-definition/" + definition + "/xml")
                        .statusCode())
                .isEqualTo(200);
        assertThat(json(agent.get("/engine-rest/history/user-operation?maxResults=50&taskId=" + agentsTask)))
                .isNotEmpty();
        assertThat(json(agent.get("/engine-rest/history/task?maxResults=50&processInstanceId=" + instance))
                        .findValuesAsText("id"))
                .containsExactly(agentsTask);
        for (String records : List.of("activity-instance", "process-instance", "decision-instance", "incident")) {
            assertThat(agent.get("/engine-rest/history/" + records + "?maxResults=50")
                            .body())
                    .as(records)
                    .isEqualTo("[]");
        }
        assertThat(json(agent.get("/engine-rest/history/user-operation?maxResults=50"))
                        .findValuesAsText("taskId"))
                .containsOnly(agentsTask);
    }

    @Test
    void onlyOwnersAndAdministratorsDeploy() {
        assertThat(agent.get("/engine-rest/deployment?maxResults=5").body()).isEqualTo("[]");
        for (String user : List.of("agent", "manager", "auditor", "coordinator")) {
            assertThat(deploy(StaffClient.tool(port, user)).statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        HttpResponse<String> deployed = deploy(StaffClient.tool(port, "owner"));
        assertThat(deployed.statusCode()).as(deployed.body()).isEqualTo(200);
        repository.deleteDeployment(json(deployed).path("id").asText(), true);
    }

    @Test
    void onlyAdministratorsMakeFiltersAndUsers() {
        String filter = "{\"resourceType\": \"Task\", \"name\": \"x\", \"query\": {\"nameExpression\": \"${1}\"}}";

        assertThat(agent.post("/engine-rest/filter/create", filter).statusCode())
                .isEqualTo(403);
        assertThat(manager.post("/engine-rest/filter/create", filter).statusCode())
                .isEqualTo(403);
        assertThat(manager.post("/engine-rest/user/create", "{\"profile\": {\"id\": \"x\"}, \"credentials\": {}}")
                        .statusCode())
                .isEqualTo(403);
    }

    private void allowAgentsToStart() {
        HttpResponse<String> granted = admin.post("/engine-rest/authorization/create", """
                {"type": 1, "permissions": ["CREATE_INSTANCE"], "groupId": "agents", "resourceType": 6,
                 "resourceId": "two-teams"}
                """);
        assertThat(granted.statusCode()).as(granted.body()).isEqualTo(200);
    }

    private Task task(String activity) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(activity)
                .singleResult();
    }

    private String assignee() {
        return tasks.createTaskQuery().taskId(agentsTask).singleResult().getAssignee();
    }

    private static HttpResponse<String> claim(StaffClient who, String task, String user) {
        return who.post("/engine-rest/task/" + task + "/claim", "{\"userId\": \"" + user + "\"}");
    }

    private static HttpResponse<String> assign(StaffClient who, String task, String user) {
        return who.post("/engine-rest/task/" + task + "/assignee", "{\"userId\": \"" + user + "\"}");
    }

    private static HttpResponse<String> delegate(StaffClient who, String task, String user) {
        return who.post("/engine-rest/task/" + task + "/delegate", "{\"userId\": \"" + user + "\"}");
    }

    private static HttpResponse<String> deploy(StaffClient who) {
        String part = """
                --cut
                Content-Disposition: form-data; name="deployment-name"

                try
                --cut
                Content-Disposition: form-data; name="data"; filename="note.form"
                Content-Type: application/json

                {"id": "note", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0", "components": [{"id": "Field_1", "type": "textfield", "key": "noteText", "label": "Note"}]}
                --cut--
                """.replace("\n", "\r\n");
        return who.send("POST", "/engine-rest/deployment/create", part, "multipart/form-data; boundary=cut");
    }

    private static String message(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return json(response).path("message").asText();
    }
}
