package io.careloop.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.support.CareloopTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** A deployment meets the same checks and the same rights whichever way it comes. */
@CareloopTest
class DeploymentRoadsTests {

    private static final List<String> FILES = List.of("newcomer.bpmn", "newcomer-trace.form", "newcomer-sending.dmn");

    enum Road {
        /** As the Modeler does it. */
        BASIC("/engine-rest"),
        /** As Cockpit and the Tasklist ask the engine. */
        WEB_APPLICATION("/camunda/api/engine/engine/default");

        private final String api;

        Road(String api) {
            this.api = api;
        }

        StaffClient client(int port, String user) {
            if (this == BASIC) {
                return StaffClient.tool(port, user);
            }
            StaffClient browser = StaffClient.browser(port);
            browser.signIn(user, user);
            // whichever of the two they may open brings the token against forged requests
            browser.get("/camunda/app/tasklist/default/");
            browser.get("/camunda/app/cockpit/default/");
            return browser;
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @ParameterizedTest
    @EnumSource
    void oneBrokenFileKeepsOutTheOthersBesideIt(Road road) throws IOException {
        long before = repository.createDeploymentQuery().count();

        HttpResponse<String> answer = deploy(road, "owner", content -> content.replace("\"FIRST\"", "\"UNIQUE\""));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(StaffClient.json(answer).path("message").asText())
                .startsWith("Nothing was deployed")
                .contains("newcomer-sending.dmn, DecisionRule_1bbb222")
                .doesNotContain("newcomer.bpmn");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("newcomer")
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void ownersAndAdministratorsAloneDeploy(Road road) throws IOException {
        for (String user : List.of("agent", "manager", "auditor", "coordinator")) {
            HttpResponse<String> refused = deploy(road, user, UnaryOperator.identity());
            assertThat(refused.statusCode()).as(user + ": " + refused.body()).isEqualTo(403);
            assertThat(refused.body()).as(user).startsWith("{");
            assertThat(StaffClient.json(refused).path("message").asText())
                    .as(user)
                    .startsWith("Nothing was deployed: only process owners")
                    .contains("you are signed in as " + user);
        }
        for (String user : List.of("owner", "admin")) {
            HttpResponse<String> taken = deploy(road, user, UnaryOperator.identity());
            assertThat(taken.statusCode()).as(user + ": " + taken.body()).isEqualTo(200);
            repository.deleteDeployment(StaffClient.json(taken).path("id").asText(), true);
        }
    }

    private HttpResponse<String> deploy(Road road, String user, UnaryOperator<String> change) throws IOException {
        StringBuilder body = new StringBuilder();
        part(body, "name=\"deployment-name\"", "road");
        for (String file : FILES) {
            String content = new ClassPathResource("modeling/" + file).getContentAsString(StandardCharsets.UTF_8);
            part(body, "name=\"%s\"; filename=\"%s\"".formatted(file, file), change.apply(content));
        }
        body.append("--cut--\r\n");
        return road.client(port, user)
                .send("POST", road.api + "/deployment/create", body.toString(), "multipart/form-data; boundary=cut");
    }

    private static void part(StringBuilder body, String disposition, String content) {
        body.append("--cut\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n".formatted(disposition, content));
    }
}
