package io.careloop.modeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import io.careloop.engine.Deviations;
import io.careloop.engine.ModelFiles;
import io.careloop.engine.ModelKind;
import io.careloop.identity.Groups;
import io.careloop.support.CareloopTest;
import io.careloop.support.ScratchModels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;

@CareloopTest
class ModelingPagesTests {

    private static final Path LEARNING = Path.of("processes/recovery/learning.bpmn");

    @Autowired
    MockMvc http;

    @LocalServerPort
    int port;

    @Autowired
    Deviations deviations;

    @Autowired
    ModelFiles released;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    /** What a test deployed goes, so that the release's version runs again. */
    @AfterEach
    void forgetTheOwnersVersion() {
        identity.clearAuthentication();
        repository.createProcessDefinitionQuery().processDefinitionKey("learning").list().stream()
                .filter(definition -> definition.getVersion() > 1)
                .forEach(definition -> repository.deleteDeployment(definition.getDeploymentId(), true));
    }

    /** Other tests leave models of their own, which no release has. */
    @Test
    void everythingThatTheReleaseRunsPassesTheChecks() throws Exception {
        String answer = http.perform(get("/api/modeling/checks").with(httpBasic("owner", "owner")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.models").value(greaterThan(50)))
                .andReturn()
                .getResponse()
                .getContentAsString();

        List<String> faulty = JsonPath.read(answer, "$.findings[?(@.fault == true)].file");
        assertThat(faulty)
                .as(answer)
                .doesNotContainAnyElementsOf(released.all().stream()
                        .map(file ->
                                file.key() + "." + file.kind().orElseThrow().ending())
                        .toList());
    }

    @Test
    void aFileIsCheckedWithoutBeingDeployed() throws Exception {
        long before = repository.createDeploymentQuery().count();

        http.perform(multipart("/api/modeling/checks")
                        .file(file("\"P3650D\"", "\"\""))
                        .with(httpBasic("owner", "owner")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.deployable").value(false))
                .andExpect(jsonPath("$.findings[0].elementId").value("learning"));

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void ownersSeeTheResultInTheirLanguage() throws Exception {
        http.perform(multipart("/modeling/checks")
                        .file(file("\"P3650D\"", "\"\""))
                        .param("lang", "zh-CN")
                        .with(owner())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("部署会被拒绝")));
        http.perform(multipart("/modeling/checks")
                        .file(file("x", "x"))
                        .with(owner())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("they can be deployed")));
    }

    @Test
    void anOwnersChangeIsShownWithWhoAndHowUntilTheReleaseIsChosenWithAReason() throws Exception {
        ownerDeploys();

        http.perform(get("/modeling").with(owner()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/modeling/drift/diagram/learning")))
                .andExpect(content().string(containsString("deployed by owner")));
        http.perform(get("/modeling/drift/diagram/learning").with(owner()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("P3650D")))
                .andExpect(content().string(containsString("P400D")));
        http.perform(post("/modeling/drift/diagram/learning/overtaking")
                        .param("reason", " ")
                        .with(owner())
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        assertThat(timeToLive()).isEqualTo(400);

        http.perform(post("/modeling/drift/diagram/learning/overtaking")
                        .param("reason", "The release keeps it long enough")
                        .with(owner())
                        .with(csrf()))
                .andExpect(redirectedUrl("/modeling"));

        assertThat(timeToLive()).isEqualTo(3650);
        http.perform(get("/modeling").with(owner()))
                .andExpect(content().string(not(containsString("/modeling/drift/diagram/learning"))))
                .andExpect(content().string(containsString("The release keeps it long enough")));
        assertThat(jdbc.sql("select decided_by from engine_overtaking where reason = ?")
                        .param("The release keeps it long enough")
                        .query(String.class)
                        .single())
                .isEqualTo("owner");
    }

    @Test
    void whatOnlyAnOwnerHasIsShownWithWhoAndCanBeDownloaded() throws Exception {
        String diagram = Files.readString(LEARNING)
                .replace(
                        "<bpmn:process id=\"learning\" name=\"",
                        "<bpmn:process id=\"learning-of-owner\" name=\"Owner’s ")
                .replace("bpmnElement=\"learning\"", "bpmnElement=\"learning-of-owner\"");
        identity.setAuthentication("owner", List.of(Groups.OWNERS));
        Deployment deployed = ScratchModels.unchecked(() -> repository
                .createDeployment()
                .addString("learning-of-owner.bpmn", diagram)
                .deploy());
        identity.clearAuthentication();
        try {
            http.perform(get("/modeling").with(owner()))
                    .andExpect(content().string(containsString("Owner’s ")))
                    .andExpect(content().string(containsString("The release does not have these")));
            http.perform(get("/api/modeling/additions").with(httpBasic("owner", "owner")))
                    .andExpect(jsonPath("$[?(@.key == 'learning-of-owner')].by").value("owner"));
            http.perform(get("/api/modeling/models/diagram/learning-of-owner").with(httpBasic("owner", "owner")))
                    .andExpect(status().isOk())
                    .andExpect(content().bytes(diagram.getBytes(StandardCharsets.UTF_8)));
        } finally {
            repository.deleteDeployment(deployed.getId(), true);
        }
    }

    @Test
    void aFormThatOnlyAnOwnerHasIsShownWithWhoAndCanBeDownloadedWhetherOrNotATaskNamesIt() throws Exception {
        String form = """
                {"id": "form-of-owner", "type": "default", "schemaVersion": 16,
                 "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0",
                 "components": [{"type": "textfield", "id": "Field_Owner", "key": "ownersField", "label": "Said"}]}
                """;
        identity.setAuthentication("owner", List.of(Groups.OWNERS));
        Deployment deployed = repository
                .createDeployment()
                .addString("form-of-owner.form", form)
                .deploy();
        identity.clearAuthentication();
        try {
            http.perform(get("/modeling").with(owner()))
                    .andExpect(content().string(containsString("/api/modeling/models/form/form-of-owner")));
            http.perform(get("/api/modeling/additions").with(httpBasic("owner", "owner")))
                    .andExpect(jsonPath("$[?(@.key == 'form-of-owner')].by").value("owner"))
                    .andExpect(jsonPath("$[?(@.key == 'resolution-analyse-request')]")
                            .isEmpty());
            http.perform(get("/api/modeling/models/form/form-of-owner").with(httpBasic("owner", "owner")))
                    .andExpect(status().isOk())
                    .andExpect(content().bytes(form.getBytes(StandardCharsets.UTF_8)));
        } finally {
            repository.deleteDeployment(deployed.getId(), true);
        }
    }

    @Test
    void aFormThatAnOwnerChangedIsShownWithWhoAndHow() throws Exception {
        Path form = Path.of("forms/recovery/recovery-learn-from-error.form");
        identity.setAuthentication("owner", List.of(Groups.OWNERS));
        Deployment deployed = repository
                .createDeployment()
                .addString(
                        form.getFileName().toString(),
                        Files.readString(form).replaceFirst("\"label\": \"", "\"label\": \"Owner’s "))
                .deploy();
        identity.clearAuthentication();
        try {
            http.perform(get("/modeling").with(owner()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("/modeling/drift/form/recovery-learn-from-error")));
            http.perform(get("/modeling/drift/form/recovery-learn-from-error").with(owner()))
                    .andExpect(content().string(containsString("deployed by owner")))
                    .andExpect(content().string(containsString("Owner’s ")));
        } finally {
            repository.deleteDeployment(deployed.getId(), true);
        }
    }

    /** The Modeler leaves out what it deployed before, and by itself the engine would not look at what came between. */
    @Test
    void whatTheReleaseReplacedIsDeployedAgainByTheSameFile() throws Exception {
        OwnerTool owner = new OwnerTool(port, "owner");
        Map<String, String> changed =
                Map.of("learning.bpmn", Files.readString(LEARNING).replace("\"P3650D\"", "\"P400D\""));
        assertThat(owner.deploy("learning", changed).statusCode()).isEqualTo(200);
        long once = repository.createDeploymentQuery().count();
        assertThat(owner.deploy("learning", changed).statusCode()).isEqualTo(200);
        assertThat(repository.createDeploymentQuery().count())
                .as("what runs is not deployed again")
                .isEqualTo(once);
        deviations.overtake(ModelKind.DIAGRAM, "learning", "owner", "For a day");
        assertThat(timeToLive()).isEqualTo(3650);

        assertThat(owner.deploy("learning", changed).statusCode()).isEqualTo(200);

        assertThat(timeToLive()).isEqualTo(400);
    }

    /** The same refusal as at a deployment, which no check of ours but the engine itself has. */
    @Test
    void theEnginesOwnParserIsAskedToo() throws Exception {
        http.perform(multipart("/api/modeling/checks")
                        .file(file("targetRef=\"", "targetRef=\"No"))
                        .with(httpBasic("owner", "owner")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.deployable").value(false))
                .andExpect(
                        jsonPath("$.findings[*].sentence").value(hasItem(containsString("The engine cannot read it"))));
    }

    @Test
    void theVersionThatRunsIsDownloaded() throws Exception {
        ownerDeploys();

        http.perform(get("/api/modeling/models/diagram/learning").with(httpBasic("owner", "owner")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("P400D")));
    }

    @Test
    void nobodyElseSeesThis() throws Exception {
        for (String who : List.of("agent", "manager", "auditor")) {
            http.perform(get("/api/modeling/checks").with(httpBasic(who, who))).andExpect(status().isForbidden());
        }
        http.perform(get("/modeling").with(user("manager").authorities(() -> Groups.authority(Groups.MANAGERS))))
                .andExpect(status().isForbidden());
    }

    private void ownerDeploys() throws Exception {
        identity.setAuthentication("owner", List.of(Groups.OWNERS));
        Deployment deployed = repository
                .createDeployment()
                .source("Camunda Modeler")
                .addString("learning.bpmn", Files.readString(LEARNING).replace("\"P3650D\"", "\"P400D\""))
                .deploy();
        identity.clearAuthentication();
        assertThat(repository.getDeploymentResourceNames(deployed.getId())).hasSizeGreaterThan(1);
    }

    private int timeToLive() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("learning")
                .latestVersion()
                .singleResult()
                .getHistoryTimeToLive();
    }

    private static MockMultipartFile file(String right, String wrong) throws Exception {
        String changed = Files.readString(LEARNING).replace(right, wrong);
        return new MockMultipartFile("files", "learning.bpmn", "text/xml", changed.getBytes(StandardCharsets.UTF_8));
    }

    private static UserRequestPostProcessor owner() {
        return user("owner").authorities(() -> Groups.authority(Groups.OWNERS));
    }
}
