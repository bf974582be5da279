package io.careloop.collaboration;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseStatus;
import io.careloop.engine.MovableClock;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A case at which a department is at work stays open, whatever road is taken to close it. */
@CareloopTest
class ClosingRoadsTests {

    private static final String STILL_AT_WORK = "Departments are still at work on this case.";

    @Autowired
    CaseWalk walk;

    @Autowired
    Departments departments;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TestRestTemplate rest;

    @Autowired
    MovableClock clock;

    private CaseReference reference;

    @BeforeEach
    void aConfirmedCaseWithAQuestionToADepartment() {
        clock.moveTo(Instant.parse("2027-03-08T02:00:00Z"));
        reference = walk.resolved("roads@example.org", "My parcel has not arrived");
        departments.ask(reference, List.of(new Question("technology", "Is it the battery?")), false, "agent");
    }

    @Test
    void byTheFormInTheTasklist() {
        walk.runJob(reference, "Event_TimeToCall");
        claimCall();

        assertThat(post("agent", "/task/" + call() + "/submit-form", CALLED)
                        .getStatusCode()
                        .is2xxSuccessful())
                .isTrue();

        staysOpen();
    }

    @Test
    void byCompletingTheTask() {
        walk.runJob(reference, "Event_TimeToCall");
        claimCall();

        assertThat(post("agent", "/task/" + call() + "/complete", CALLED)
                        .getStatusCode()
                        .is2xxSuccessful())
                .isTrue();

        staysOpen();
    }

    @Test
    void byTheCustomerWhoConfirmsThatItWorks() {
        reference = walk.implemented("confirms@example.org", "My parcel has not arrived");
        departments.ask(reference, List.of(new Question("technology", "Is it the battery?")), false, "agent");

        walk.answer(reference, true, null);
        staysOpen();
        walk.call(reference, Map.of("outcomeText", "solved", "noteText", "fine", "wordText", "convenient"));

        staysOpen();
    }

    @Test
    void byTellingTheProcessThatTheDepartmentsAreDone() {
        walk.call(reference, Map.of("outcomeText", "solved", "noteText", "fine", "wordText", "convenient"));
        String message = "{\"messageName\": \"resolution.departments-done\", \"businessKey\": \"" + reference + "\"}";

        assertThat(post("agent", "/message", message).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        staysOpen();
        assertThat(post("admin", "/message", message).getStatusCode().is2xxSuccessful())
                .isTrue();
        walk.runJob(reference, "Event_DepartmentsDone");
        staysOpen();
        String waiting = runtime.createExecutionQuery()
                .processInstanceId(instance("service-request").getId())
                .messageEventSubscriptionName("resolution.departments-done")
                .singleResult()
                .getId();
        assertThat(post("agent", "/execution/" + waiting + "/signal", "{}").getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        post("admin", "/execution/" + waiting + "/messageSubscriptions/resolution.departments-done/trigger", "{}");
        walk.runJob(reference, "Event_DepartmentsDone");

        staysOpen();
    }

    @Test
    void byEndingTheInstances() {
        for (String process : List.of("service-request", "cross-department-collaboration", "department-question")) {
            String path = "/process-instance/" + instance(process).getId();
            assertThat(delete("agent", path).getStatusCode()).as(process).isEqualTo(HttpStatus.FORBIDDEN);
            ResponseEntity<String> answer = delete("admin", path + "?skipCustomListeners=true");
            assertThat(answer.getStatusCode()).as(process).isEqualTo(HttpStatus.FORBIDDEN);
            assertThat(answer.getBody()).contains(STILL_AT_WORK);
        }

        staysOpen();
    }

    @Test
    void byAnErrorThatNobodyCatches() {
        String task = walk.task(reference, "Activity_AnswerQuestion").getId();

        assertThat(post("admin", "/task/" + task + "/bpmnError", "{\"errorCode\": \"whatever\"}")
                        .getStatusCode()
                        .isError())
                .isTrue();

        staysOpen();
    }

    @Test
    void byMovingTheProcessToItsEnd() {
        ResponseEntity<String> answer = post(
                "admin",
                "/process-instance/" + instance("service-request").getId() + "/modification",
                "{\"skipCustomListeners\": true, \"instructions\":"
                        + " [{\"type\": \"startBeforeActivity\", \"activityId\": \"Event_CaseClosed\"}]}");

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(answer.getBody()).contains(STILL_AT_WORK);
        staysOpen();
    }

    private static final String CALLED = """
            {"variables": {"outcomeText": {"value": "solved"}, "noteText": {"value": "fine"},
                "wordText": {"value": "convenient"}}}""";

    private void claimCall() {
        post("agent", "/task/" + call() + "/claim", "{\"userId\": \"agent\"}");
    }

    private String call() {
        return walk.task(reference, "Activity_CallCustomer").getId();
    }

    private void staysOpen() {
        assertThat(walk.file(reference).status()).isEqualTo(CaseStatus.RESOLVED);
        assertThat(instance("service-request")).isNotNull();
        assertThat(walk.task(reference, "Activity_AnswerQuestion")).isNotNull();
    }

    private ProcessInstance instance(String process) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(reference.value())
                .singleResult();
    }

    private ResponseEntity<String> post(String user, String path, String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return rest.withBasicAuth(user, user)
                .exchange("/engine-rest" + path, HttpMethod.POST, new HttpEntity<>(body, headers), String.class);
    }

    private ResponseEntity<String> delete(String user, String path) {
        return rest.withBasicAuth(user, user)
                .exchange("/engine-rest" + path, HttpMethod.DELETE, HttpEntity.EMPTY, String.class);
    }
}
