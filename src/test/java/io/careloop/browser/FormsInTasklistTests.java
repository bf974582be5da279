package io.careloop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.cases.CaseReference;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import io.careloop.support.ScratchModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every form is drawn by the Tasklist, with the summary of its case and each of its fields. */
@CareloopTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormsInTasklistTests {

    private static final Path FORMS = Path.of("forms");

    @LocalServerPort
    int port;

    @Autowired
    CaseWalk walk;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    Browsers browsers;
    Tasklist tasklist;
    CaseReference reference;

    @BeforeAll
    void signIn() {
        browsers = new Browsers();
        tasklist = Tasklist.signedIn(browsers.window(), "http://localhost:" + port, "agent");
        reference = walk.registered("forms@example.org", "My parcel has not arrived");
    }

    @AfterAll
    void closeBrowser() {
        browsers.close();
    }

    @TestFactory
    Stream<DynamicTest> everyFormIsDrawnWithAllItsFields() throws IOException {
        try (Stream<Path> files = Files.walk(FORMS)) {
            return files.filter(file -> file.toString().endsWith(".form")).sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString(), () -> isDrawn(new ObjectMapper().readTree(file.toFile()))));
        }
    }

    /** Today's Modeler writes a newer version into every form that it saves. */
    @Test
    void aFormOfANewerModelerIsTakenAndDrawn() throws IOException {
        String form = """
                {"id": "newer-modeler", "type": "default", "schemaVersion": 19,
                 "exporter": {"name": "Camunda Modeler", "version": "5.50.0"},
                 "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0",
                 "components": [{"type": "radio", "id": "Field_1x2y3z4", "key": "parcelFound",
                  "label": "Has the carrier found it?", "layout": {"row": "Row_0a1b2c3", "columns": null},
                  "values": [{"value": "yes", "label": "Yes, it has"}, {"value": "no", "label": "No"}]}]}
                """;
        repository.createDeployment().addString("newer-modeler.form", form).deploy();

        isDrawn(new ObjectMapper().readTree(form));
    }

    private void isDrawn(JsonNode form) {
        String page = tasklist.open(taskWith(form.path("id").asText())).text();

        assertThat(page).doesNotContain("Form failure");
        assertThat(labels(form))
                .isNotEmpty()
                .allSatisfy(label -> assertThat(page).containsIgnoringCase(label));
        if (!labels(form).contains("Case")) {
            return;
        }
        assertThat(page).contains(reference.value(), "My parcel has not arrived");
    }

    /** Opens a task with nothing but this form, on the case. */
    private String taskWith(String form) {
        String key = "form-" + form;
        ScratchModels.unchecked(() -> repository
                .createDeployment()
                .addModelInstance(
                        key + ".bpmn",
                        Bpmn.createExecutableProcess(key)
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("task")
                                .camundaAssignee("agent")
                                .camundaFormRef(form)
                                .camundaFormRefBinding("latest")
                                .endEvent()
                                .done())
                .deploy());
        String instance =
                runtime.startProcessInstanceByKey(key, reference.value()).getId();
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    /** Labels of all fields that are shown at first. */
    private static List<String> labels(JsonNode parent) {
        List<String> labels = new ArrayList<>();
        for (JsonNode component : parent.path("components")) {
            if (component.has("conditional")) {
                continue;
            }
            String label =
                    component.path("label").asText(component.path("dateLabel").asText(""));
            if (!label.isEmpty() && !label.contains("{{")) {
                labels.add(label);
            }
            labels.addAll(labels(component));
        }
        return labels;
    }
}
