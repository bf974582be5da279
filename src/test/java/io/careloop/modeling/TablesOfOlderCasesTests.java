package io.careloop.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.support.CareloopTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Tables count at once, for running cases too. A table that no longer fits the diagrams that run is refused alone; taken
 * together with its changed diagram, it leaves the cases of the older one to the version that fits them.
 */
@CareloopTest
class TablesOfOlderCasesTests {

    private static final String KEY = "parcel-sending";
    private static final String DAYS = "<output id=\"Output_1\" label=\"Days\" name=\"days\" typeRef=\"integer\" />";

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    private OwnerTool owner;

    @BeforeEach
    void deployTheFirstVersion() throws IOException {
        owner = new OwnerTool(port, "owner");
        deploy(Map.of("sending.bpmn", diagram(), "sending.form", form(""), "sending.dmn", table("2")));
    }

    @AfterEach
    void forgetWhatWasDeployed() {
        repository.createDeploymentQuery().deploymentName(KEY).orderByDeploymentTime().desc().list().stream()
                .map(Deployment::getId)
                .forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    void aTableThatFitsCountsAtOnceForCasesThatRun() {
        ProcessInstance running = begun();

        deploy(Map.of("sending.dmn", table("5")));

        assertThat(decided(running, Map.of("parcelFound", "no"))).isEqualTo(5);
    }

    @Test
    void aCaseFinishesByTheTableThatHasTheColumnsOfItsDiagramAndANewOneByTheNewTable() throws IOException {
        ProcessInstance older = begun();
        String columns = table("7")
                .replace(
                        DAYS,
                        DAYS.replace("days", "weeks")
                                + DAYS.replace("days", "carrier").replace("_1", "_2"))
                .replace("</outputEntry>", "</outputEntry><outputEntry><text>1</text></outputEntry>");

        HttpResponse<String> alone = owner.deploy(KEY, Map.of("sending.dmn", columns));
        assertThat(alone.statusCode()).isEqualTo(400);
        assertThat(alone.body())
                .contains("\\\"Decide what is sent\\\"")
                .contains("It takes one value from the table \\\"parcel-sending\\\", which has several result columns");

        deploy(Map.of("sending.dmn", columns, "sending.bpmn", diagram().replace("singleEntry", "singleResult")));

        assertThat(decided(begun(), Map.of("parcelFound", "no"))).isEqualTo(Map.of("weeks", 7, "carrier", 1));
        assertThat(decided(older, Map.of("parcelFound", "no"))).isEqualTo(2);
    }

    @Test
    void aCaseWithoutTheVariableOfANewColumnFinishesByTheTableThatDoesNotAskForIt() throws IOException {
        ProcessInstance older = begun();
        String asking = table("7")
                .replace(DAYS, """
                        <input id="Input_2" label="Damaged"><inputExpression id="InputExpression_2" typeRef="string">
                        <text>parcelDamaged</text></inputExpression></input>""" + DAYS)
                .replace("</inputEntry>", "</inputEntry><inputEntry><text></text></inputEntry>");

        HttpResponse<String> alone = owner.deploy(KEY, Map.of("sending.dmn", asking));
        assertThat(alone.statusCode()).isEqualTo(400);
        assertThat(alone.body())
                .contains("\\\"Decide what is sent\\\"")
                .contains("needs the variable \\\"parcelDamaged\\\", which nothing sets before");

        deploy(Map.of(
                "sending.dmn", asking, "sending.bpmn", diagram(), "sending.form", form(question("parcelDamaged"))));

        Map<String, Object> both = Map.of("parcelFound", "no", "parcelDamaged", "no");
        assertThat(decided(begun(), both)).isEqualTo(7);
        assertThat(decided(older, Map.of("parcelFound", "no"))).isEqualTo(2);
    }

    /** What the application itself asks has no diagram to be changed along. */
    @Test
    void aTableThatTheApplicationAsksKeepsItsColumnsAndAsksForNoMore() throws IOException {
        String limits = Files.readString(Path.of("processes/deadline/deadline-service-level.dmn"));

        assertThat(owner.deploy(
                                KEY,
                                Map.of(
                                        "deadline-service-level.dmn",
                                        limits.replace("name=\"resolutionLimit\"", "name=\"limit\"")))
                        .body())
                .contains("The result column \\\"resolutionLimit\\\" is gone");
        assertThat(owner.deploy(
                                KEY,
                                Map.of(
                                        "deadline-service-level.dmn",
                                        limits.replace("<text>priority</text>", "<text>weather</text>")))
                        .body())
                .contains("The table is not told \\\"weather\\\" when it is asked");
    }

    private void deploy(Map<String, String> files) {
        HttpResponse<String> answer = owner.deploy(KEY, files);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private ProcessInstance begun() {
        return runtime.startProcessInstanceByKey("parcel", Map.of("implementationDue", "2027-01-01T12:00:00"));
    }

    /** What the table said, once the task before it is completed. */
    private Object decided(ProcessInstance instance, Map<String, Object> filledIn) {
        tasks.complete(task(instance).getId(), filledIn);
        assertThat(task(instance).getName()).isEqualTo("Send parcel");
        return runtime.getVariable(instance.getId(), "sent");
    }

    private Task task(ProcessInstance instance) {
        return tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
    }

    /** Each step is put before those that are there. */
    private static String diagram() throws IOException {
        Map<String, String> person = Map.of("Group", "logistics", "Form", KEY, "Limit", "${implementationDue}");
        EditedDiagram diagram = EditedDiagram.empty("parcel", "Parcel");
        diagram.addStep("Flow_Only", "Send parcel", "careloop.staffTask", person);
        diagram.addStep("Flow_Only", "Decide what is sent", "careloop.table", Map.of("Table", KEY, "Variable", "sent"));
        diagram.addStep("Flow_Only", "Trace parcel", "careloop.staffTask", person);
        return diagram.xml();
    }

    private static String form(String more) {
        return """
                {"id": "%s", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Platform",
                 "executionPlatformVersion": "7.24.0", "components": [%s%s]}
                """.formatted(KEY, question("parcelFound"), more.isEmpty() ? "" : "," + more);
    }

    private static String question(String key) {
        return """
                {"type": "radio", "id": "Field_%s", "key": "%s", "label": "%s",
                 "values": [{"value": "yes", "label": "Yes"}, {"value": "no", "label": "No"}]}""".formatted(key, key, key);
    }

    /** Nothing for a parcel that is found, else so many days. */
    private static String table(String days) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="Definitions_Sending" name="Sending"
                    namespace="http://camunda.org/schema/1.0/dmn">
                  <decision id="%s" name="What is sent" camunda:historyTimeToLive="P3650D">
                    <decisionTable id="DecisionTable_1" hitPolicy="FIRST">
                      <input id="Input_1" label="Found">
                        <inputExpression id="InputExpression_1" typeRef="string"><text>parcelFound</text></inputExpression>
                      </input>
                      %s
                      <rule id="Rule_1">
                        <inputEntry><text>"yes"</text></inputEntry><outputEntry><text>0</text></outputEntry>
                      </rule>
                      <rule id="Rule_2">
                        <inputEntry><text></text></inputEntry><outputEntry><text>%s</text></outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(KEY, DAYS, days);
    }
}
