package io.careloop.modeling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.support.CareloopTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
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
import org.springframework.core.io.ClassPathResource;

/**
 * A scenario, its form and its table as the Modeler leaves them, with ids that it made: taken as it is, and refused with
 * each slip that somebody new to it may make.
 */
@CareloopTest
class NewcomersModelsTests {

    private static final String DIAGRAM = "newcomer.bpmn";
    private static final String FORM = "newcomer-trace.form";
    private static final String TABLE = "newcomer-sending.dmn";
    private static final String TASK = "Activity_0x1y2z3";
    private static final String AT_TASK = "<bpmn:outgoing>Flow_0b</bpmn:outgoing>\n    </bpmn:userTask>";
    private static final String TELLING = " camunda:delegateExpression=\"${notifyStaffDelegate}\"";

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    static Stream<Arguments> slips() {
        return Stream.of(
                // what the engine would pass over in silence, or find out when a case is there
                slip(DIAGRAM, "id=\"Event_1end002\"", "id=\"Event_0end001\"", "Event_0end001", "is there twice"),
                slip(DIAGRAM, AT_TASK, before("<bpmn:standardLoopCharacteristics />"), TASK, "loop marker"),
                slip(DIAGRAM, "exclusiveGateway", "complexGateway", "Gateway_1a2b3c4", "does not know elements"),
                slip(DIAGRAM, ">PT2H</bpmn:time", ">two hours</bpmn:time", "Event_1wait90", "is no duration"),
                slip(DIAGRAM, "${implementationDue}", "tomorrow", TASK, "is no time"),
                slip(DIAGRAM, "${implementationDue}", "${implementDue}", TASK, "Nothing sets the variable"),
                slip(
                        DIAGRAM,
                        "camunda:candidateGroups=\"log",
                        "camunda:assignee=\"eco-log",
                        TASK,
                        "no user \"eco-logistics\""),
                slip(
                        DIAGRAM,
                        " camunda:dueDate",
                        " camunda:priority=\"high\" camunda:dueDate",
                        TASK,
                        "\"high\" is no number"),
                slip(DIAGRAM, ">PT8H<", ">8 hours<", "Activity_0clock7", "is no limit"),
                slip(DIAGRAM, ">legal<", ">lawyers<", "Activity_0team56", "cannot be chosen"),
                slip(DIAGRAM, TELLING, "", "Activity_1tell56", "does not say what it calls"),
                slip(
                        DIAGRAM,
                        "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />",
                        "",
                        "Activity_0call12",
                        "for which case"),
                slip(DIAGRAM, "${parcelFound ==", "${parcelfound ==", "Flow_1yes", "Do you mean \"parcelFound\"?"),
                slip(DIAGRAM, "isExecutable=\"true\"", "isExecutable=\"false\"", "newcomer", "would never run"),
                slip(DIAGRAM, "bpmn:startEvent", "bpmn:intermediateThrowEvent", "newcomer", "no start event"),
                // what the engine's own parser refuses
                slip(
                        DIAGRAM,
                        "attachedToRef=\"Activity_0x1y2z3\"",
                        "attachedToRef=\"Activity_0gone\"",
                        "Event_0late34",
                        ""),
                slip(DIAGRAM, "targetRef=\"Event_1end002\"", "targetRef=\"Event_0gone\"", "Flow_0g", ""),
                slip(DIAGRAM, AT_TASK, before("<bpmn:multiInstanceLoopCharacteristics />"), TASK, ""),
                slip(DIAGRAM, "\"P3650D\"", "\"ten years\"", "newcomer", ""),
                slip(
                        DIAGRAM,
                        "<bpmn:sequenceFlow id=\"Flow_0a\"",
                        "<bpmn:startEvent id=\"Event_0start\" name=\"B\" /><bpmn:sequenceFlow id=\"Flow_0a\"",
                        "Event_0start",
                        ""),
                // code in every place that the Modeler has for it
                slip(
                        DIAGRAM,
                        ">request-routed<",
                        "><camunda:script scriptFormat=\"javascript\">1</camunda:script><",
                        "Activity_1tell56",
                        "script"),
                slip(
                        DIAGRAM,
                        "xsi:type=\"bpmn:tFormalExpression\">${parcelFound",
                        "xsi:type=\"bpmn:tFormalExpression\" language=\"juel\">${parcelFound",
                        "Flow_1yes",
                        "script"),
                slip(
                        DIAGRAM,
                        AT_TASK,
                        extended("<camunda:taskListener class=\"org.example.Spy\" event=\"create\" />"),
                        TASK,
                        "Java class"),
                slip(
                        DIAGRAM,
                        "<camunda:inputOutput>\n          <camunda:inputParameter name=\"departments\"",
                        "<camunda:field name=\"branches\" stringValue=\"x\" /><camunda:inputOutput>\n          <camunda:inputParameter name=\"departments\"",
                        "Activity_0team56",
                        "sets the field \"branches\""),
                slip(
                        DIAGRAM,
                        "<camunda:inputOutput>\n          <camunda:inputParameter name=\"departments\"",
                        "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector><camunda:inputOutput>\n          <camunda:inputParameter name=\"departments\"",
                        "Activity_0team56",
                        "connector"),
                slip(
                        DIAGRAM,
                        "camunda:formRef=\"newcomer-trace\" camunda:formRefBinding=\"deployment\"",
                        "camunda:formKey=\"embedded:app:x.html\"",
                        TASK,
                        "not used here"),
                // tables
                slip(TABLE, "\"FIRST\"", "\"FIRSTT\"", "DecisionTable_0t1u2v", "hit policy \"FIRSTT\" is not known"),
                slip(
                        TABLE,
                        "\"FIRST\"",
                        "\"PRIORITY\"",
                        "DecisionTable_0t1u2v",
                        "hit policy \"PRIORITY\" is not known"),
                slip(TABLE, "\"FIRST\"", "\"UNIQUE\"", "DecisionRule_1bbb222", "another fits too"),
                slip(
                        TABLE,
                        "<text>2</text>",
                        "<text>\"two\"</text>",
                        "DecisionRule_1bbb222",
                        "not of the type integer"),
                slip(
                        TABLE,
                        "<inputEntry id=\"UnaryTests_1\">\n          <text>\"yes\"</text>\n        </inputEntry>",
                        "",
                        "DecisionRule_0aaa111",
                        "does not fit the columns"),
                slip(TABLE, "camunda:historyTimeToLive=\"P3650D\"", "", "newcomer-sending", "Time to live"),
                // forms
                slip(FORM, "\"values\": [", "\"options\": [", "Field_0p1q2r3", "nothing to choose from"),
                slip(FORM, "=parcelFound = ", "=parcelFound = = ", "Field_1s2t3u4", "not FEEL"),
                slip(FORM, "[A-Z].*", "[A-Z.*", "Field_1s2t3u4", "cannot be read"),
                slip(
                        FORM,
                        "\"key\": \"placeText\"",
                        "\"key\": \"the place\"",
                        "Field_1s2t3u4",
                        "not the name of a variable"),
                slip(FORM, "\"Camunda Platform\"", "\"Camunda Cloud\"", "newcomer-trace", "Camunda 8"));
    }

    @ParameterizedTest(name = "{3}: {2}")
    @MethodSource("slips")
    void eachSlipIsRefusedWithItsElementAndNothingChanges(
            String file, String right, String wrong, String element, String sentence) throws IOException {
        Map<String, String> files = files();
        assertThat(files.get(file)).contains(right);
        files.put(file, files.get(file).replace(right, wrong));
        List<Long> before = counts();

        HttpResponse<String> answer = new OwnerTool(port, "owner").deploy("newcomer", files);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        JsonNode body = new ObjectMapper().readTree(answer.body());
        assertThat(body.path("message").asText())
                .startsWith("Nothing was deployed")
                .contains(file + ", " + element)
                .contains(sentence);
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void withoutASlipAllThreeAreTakenWhateverTheirIds() throws IOException {
        HttpResponse<String> answer = new OwnerTool(port, "owner").deploy("newcomer", files());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        repository.deleteDeployment(
                new ObjectMapper().readTree(answer.body()).path("id").asText(), true);
    }

    @Test
    void aCaseDiagramIsRefused() {
        HttpResponse<String> answer =
                new OwnerTool(port, "owner").deploy("newcomer", Map.of("newcomer.cmmn", "<definitions/>"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Draw it as a process");
    }

    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (String file : List.of(DIAGRAM, FORM, TABLE)) {
            files.put(file, new ClassPathResource("modeling/" + file).getContentAsString(StandardCharsets.UTF_8));
        }
        return files;
    }

    private List<Long> counts() {
        return List.of(
                repository.createDeploymentQuery().count(),
                repository.createProcessDefinitionQuery().count(),
                repository.createDecisionDefinitionQuery().count());
    }

    private static String before(String element) {
        return AT_TASK.replace("</bpmn:userTask>", element + "</bpmn:userTask>");
    }

    /** Extensions stand first in an element. */
    private static String extended(String extension) {
        return AT_TASK.replace(
                "</bpmn:userTask>",
                "<bpmn:extensionElements>" + extension + "</bpmn:extensionElements></bpmn:userTask>");
    }

    private static Arguments slip(String file, String right, String wrong, String element, String sentence) {
        return Arguments.of(file, right, wrong, element, sentence);
    }
}
