package io.careloop.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.support.CareloopTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Our own models, each broken by one small edit, deployed by an owner as the Modeler does it. */
@CareloopTest
class RefusedModelsTests {

    private static final String REQUEST = "processes/resolution/service-request.bpmn";
    private static final String ESCALATION = "processes/escalation/complaint-escalation.bpmn";
    private static final String ASKING = "processes/resolution/ask-customer.bpmn";
    private static final String COMPENSATION = "processes/recovery/compensation.bpmn";
    private static final String PRIORITY = "processes/triage/triage-priority.dmn";
    private static final String FORM = "forms/resolution/resolution-get-answer.form";

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    static Stream<Arguments> brokenModels() {
        return Stream.of(
                broken(
                        REQUEST,
                        "${recordPlanDelegate}",
                        "${recordPlansDelegate}",
                        "Activity_RecordPlan",
                        "does not exist"),
                broken(REQUEST, "${solved}", "${outbox.send(solved)}", "Flow_SolvedForGoodYes", "calls \"send\""),
                broken(REQUEST, "${solved}", "${jdbcTemplate}", "Flow_SolvedForGoodYes", "part of the application"),
                broken(
                        REQUEST,
                        "#{execution.processBusinessKey}",
                        "#{execution.processEngineServices}",
                        "Activity_ConfirmProblem",
                        "reaches into the engine"),
                broken(
                        REQUEST,
                        "camunda:delegateExpression=\"${closeCaseDelegate}\"",
                        "camunda:class=\"java.lang.Runtime\"",
                        "Activity_CloseCase",
                        "Java class"),
                broken(
                        REQUEST,
                        "camunda:delegateExpression=\"${closeCaseDelegate}\"",
                        "camunda:expression=\"${1}\"",
                        "Activity_CloseCase",
                        "runs the expression"));
    }

    @ParameterizedTest(name = "{3}: {4}")
    @MethodSource("brokenModels")
    void aBrokenModelIsRefusedAndNothingChanges(
            String file, String right, String wrong, String element, String sentence) throws Exception {
        String content = Files.readString(Path.of(file));
        assertThat(content).contains(right);
        List<Long> before = counts();

        HttpResponse<String> answer = deploy("owner", Map.of(nameOf(file), content.replace(right, wrong)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        JsonNode body = new ObjectMapper().readTree(answer.body());
        assertThat(body.path("message").asText())
                .startsWith("Nothing was deployed")
                .contains(nameOf(file) + ", " + element)
                .contains(sentence);
        assertThat(body.path("details").path(nameOf(file)).path("errors").findValuesAsText("mainElementId"))
                .contains(element);
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void aModelWithoutFaultIsTaken() throws Exception {
        String content = Files.readString(Path.of(REQUEST)).replace("Request received", "Request has come");

        HttpResponse<String> answer = deploy("owner", Map.of("service-request.bpmn", content));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        repository.deleteDeployment(
                new ObjectMapper().readTree(answer.body()).path("id").asText(), true);
    }

    private List<Long> counts() {
        return List.of(
                repository.createDeploymentQuery().count(),
                repository.createProcessDefinitionQuery().count(),
                repository.createDecisionDefinitionQuery().count());
    }

    private HttpResponse<String> deploy(String user, Map<String, String> files)
            throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        part(body, "name=\"deployment-name\"", "try");
        part(body, "name=\"deployment-source\"", "Camunda Modeler");
        files.forEach((name, content) -> part(body, "name=\"%s\"; filename=\"%s\"".formatted(name, name), content));
        body.append("--cut--\r\n");
        String password = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create("http://localhost:%d/engine-rest/deployment/create".formatted(port)))
                                .header("Authorization", "Basic " + password)
                                .header("Content-Type", "multipart/form-data; boundary=cut")
                                .POST(BodyPublishers.ofString(body.toString()))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static void part(StringBuilder body, String head, String content) {
        body.append("--cut\r\nContent-Disposition: form-data; ")
                .append(head)
                .append("\r\n\r\n")
                .append(content)
                .append("\r\n");
    }

    private static String nameOf(String file) {
        return Path.of(file).getFileName().toString();
    }

    private static Arguments broken(String file, String right, String wrong, String element, String sentence) {
        return Arguments.of(file, right, wrong, element, sentence);
    }
}
