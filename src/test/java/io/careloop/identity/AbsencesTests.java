package io.careloop.identity;

import static io.careloop.identity.StaffClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.careloop.cases.CaseReference;
import io.careloop.identity.Absences.Outcome;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import io.careloop.support.ScratchModels;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What becomes of the work of somebody who is away. */
@CareloopTest
class AbsencesTests {

    @LocalServerPort
    int port;

    @Autowired
    Absences absences;

    @Autowired
    BusinessDay days;

    @Autowired
    Clock clock;

    @Autowired
    CaseWalk walk;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    private LocalDate today;

    @BeforeEach
    void today() {
        today = days.at(clock.instant());
    }

    @AfterEach
    void everybodyIsBack() {
        absences.presentAndComing().forEach(absence -> absences.withdraw(absence.id(), "test"));
    }

    @Test
    void oneEntersOnesOwnAbsenceAndManagersThatOfOthers() {
        String body = body(today, today.plusDays(3), "expert");

        assertThat(put("agent", "legal", body).statusCode()).isEqualTo(403);
        assertThat(put("agent", "agent", body).statusCode()).isEqualTo(201);
        assertThat(put("manager", "legal", body).statusCode()).isEqualTo(201);
        assertThat(put("admin", "quality", body).statusCode()).isEqualTo(201);
        assertThat(put("manager", "nobody-there", body).statusCode()).isEqualTo(404);
        JsonNode entered = json(as("expert").get("/api/staff/legal/absences"));
        assertThat(entered).hasSize(1);
        assertThat(entered.get(0).path("from").asText()).isEqualTo(today.toString());
        assertThat(entered.get(0).path("enteredBy").asText()).isEqualTo("manager");
        String address =
                "/api/staff/legal/absences/" + entered.get(0).path("id").asText();
        assertThat(delete("agent", address).statusCode()).isEqualTo(403);
        assertThat(delete("legal", address).statusCode()).isEqualTo(204);
        assertThat(delete("legal", address).statusCode()).isEqualTo(404);
        assertThat(json(as("expert").get("/api/staff/legal/absences"))).isEmpty();
    }

    @Test
    void theSameAbsenceEnteredTwiceIsThereOnce() {
        String address = "/api/staff/agent/absences/" + UUID.randomUUID();
        String body = body(today, today, null);

        assertThat(as("agent").send("PUT", address, body, "application/json").statusCode())
                .isEqualTo(201);
        assertThat(as("agent").send("PUT", address, body, "application/json").statusCode())
                .isEqualTo(200);
        assertThat(json(as("agent").get("/api/staff/agent/absences"))).hasSize(1);
    }

    @Test
    void daysThatCannotBeAndCirclesOfDeputiesAreRefused() {
        enter("agent", today, today.plusDays(5), "expert");

        assertThat(refusal("agent", today.plusDays(5), today.plusDays(6), null)).isEqualTo("absence-overlap");
        assertThat(refusal("legal", today.plusDays(2), today.plusDays(1), null)).isEqualTo("absence-days");
        assertThat(refusal("legal", today.minusDays(2), today.minusDays(1), null))
                .isEqualTo("absence-days");
        assertThat(refusal("legal", today, today, "legal")).isEqualTo("absence-deputy");
        assertThat(refusal("legal", today, today, "nobody-there")).isEqualTo("absence-deputy");
        assertThat(refusal("expert", today, today, "agent")).isEqualTo("absence-circle");
        enter("expert", today.plusDays(5), today.plusDays(5), "billing");
        assertThat(refusal("billing", today.plusDays(5), today.plusDays(7), "agent"))
                .isEqualTo("absence-circle");
        enter("billing", today.plusDays(6), today.plusDays(7), "agent");
        assertThat(json(put("legal", "legal", body(today, today.minusDays(1), null)))
                        .path("detail")
                        .asText())
                .startsWith("The last day must not be before the first");
    }

    @Test
    void whatADiagramAssignsToSomebodyAbsentGoesToTheDeputyOrToTheGroup() {
        enter("agent", today, today, "expert");
        CaseReference reference = walk.triaged("absent-" + UUID.randomUUID() + "@example.org", "Quite unheard of");
        assertThat(walk.task(reference, "Activity_TriageRequest").getAssignee()).isEqualTo("expert");

        everybodyIsBack();
        enter("agent", today, today, null);
        CaseReference other = walk.triaged("absent-" + UUID.randomUUID() + "@example.org", "Quite unheard of");
        assertThat(walk.task(other, "Activity_TriageRequest").getAssignee()).isNull();
    }

    @Test
    void theDeputySeesAndDoesTheTasksOfTheAbsentInTasklistAndOverRest() {
        String task = contractToCheck();
        tasks.setAssignee(task, "legal");
        StaffClient browser = StaffClient.browser(port);
        enter("legal", today, today, "billing");
        browser.signIn("billing", "billing");

        assertThat(browser.get("/camunda/api/engine/engine/default/task/" + task)
                        .statusCode())
                .isEqualTo(200);
        assertThat(as("expert")
                        .post("/engine-rest/task/" + task + "/unclaim", null)
                        .statusCode())
                .isIn(403, 404);
        assertThat(as("billing")
                        .post("/engine-rest/task/" + task + "/unclaim", null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(as("billing")
                        .post("/engine-rest/task/" + task + "/claim", "{\"userId\": \"billing\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(as("billing")
                        .post("/engine-rest/task/" + task + "/complete", "{}")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void whoIsBackWorksAloneAgain() {
        String task = contractToCheck();
        enter("legal", today, today, "billing");
        assertThat(as("billing").get("/engine-rest/task/" + task).statusCode()).isEqualTo(200);

        everybodyIsBack();

        assertThat(as("billing").get("/engine-rest/task/" + task).statusCode()).isIn(403, 404);
    }

    @Test
    void thePageShowsWhoIsAwayAndForWhomOneStandsIn() {
        enter("legal", today, today.plusDays(1), "billing");

        String page = as("billing").get("/desk/absences").body();
        assertThat(page)
                .contains("Lee Legal")
                .contains("You stand in for Lee Legal today")
                .contains("Deputy: Billie");
        assertThat(page).doesNotContain("id=\"absent\"").doesNotContain("/withdrawal");
        assertThat(as("manager").get("/desk/absences").body())
                .contains("id=\"absent\"")
                .contains("/withdrawal");
        assertThat(as("billing").speaking("zh-TW").get("/desk/absences").body()).contains("您今天代理 Lee Legal");
    }

    @Test
    void theCasePageSaysThatTheOwnerIsAway() {
        CaseReference reference = walk.registered("absent-" + UUID.randomUUID() + "@example.org", "My lamp");
        enter("agent", today, today.plusDays(1), "expert");

        assertThat(as("manager").get("/desk/cases/" + reference).body())
                .contains("is absent until")
                .contains("deputy: ");
    }

    private Deployment deployment;

    @AfterEach
    void removeProcess() {
        if (deployment != null) {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    private String contractToCheck() {
        deployment = ScratchModels.unchecked(() -> repository
                .createDeployment()
                .addClasspathResource("identity/two-teams.bpmn")
                .addClasspathResource("identity/two-teams-answer.form")
                .addClasspathResource("identity/two-teams-start.form")
                .deploy());
        String instance = runtime.startProcessInstanceByKey("two-teams").getId();
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey("Activity_CheckContract")
                .singleResult()
                .getId();
    }

    private void enter(String user, LocalDate from, LocalDate to, String deputy) {
        assertThat(absences.enter(UUID.randomUUID(), user, from, to, deputy, user))
                .isInstanceOf(Outcome.Entered.class);
    }

    private String refusal(String user, LocalDate from, LocalDate to, String deputy) {
        Outcome outcome = absences.enter(UUID.randomUUID(), user, from, to, deputy, user);
        return outcome instanceof Outcome.Refused refused ? refused.code() : null;
    }

    private StaffClient as(String user) {
        return StaffClient.tool(port, user);
    }

    private HttpResponse<String> put(String actor, String user, String body) {
        return as(actor).send("PUT", "/api/staff/" + user + "/absences/" + UUID.randomUUID(), body, "application/json");
    }

    private HttpResponse<String> delete(String actor, String address) {
        return as(actor).send("DELETE", address, null, "application/json");
    }

    private static String body(LocalDate from, LocalDate to, String deputy) {
        return "{\"from\": \"%s\", \"to\": \"%s\", \"deputy\": %s}"
                .formatted(from, to, deputy == null ? "null" : "\"" + deputy + "\"");
    }
}
