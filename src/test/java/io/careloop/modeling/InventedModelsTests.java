package io.careloop.modeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.careloop.engine.ModelFile;
import io.careloop.engine.ModelFiles;
import io.careloop.engine.ModelFinding;
import io.careloop.modeling.check.ModelChecks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a case would stop at, although the file alone looks right: it is held against what asks, sends and reads. */
class InventedModelsTests {

    private static final String PRIORITY = "processes/triage/triage-priority.dmn";
    private static final String ROUTING = "processes/triage/triage-routing.dmn";
    private static final String SCENARIO = "processes/resolution/resolution-scenario.dmn";
    private static final String LIMITS = "processes/collaboration/collaboration-limits.dmn";
    private static final String AUTHORITY = "processes/recovery/recovery-authority.dmn";
    private static final String FOLLOW_UP = "processes/followup/follow-up.bpmn";
    private static final String ESCALATION = "processes/escalation/complaint-escalation.bpmn";
    private static final String REQUEST = "processes/resolution/service-request.bpmn";
    private static final String QUESTION = "processes/collaboration/cross-department-collaboration.bpmn";
    private static final String CALL = "forms/followup/followup-call-customer.form";

    private static final ModelChecks CHECKS = new ModelChecks();
    private static final ReleasedSurroundings RELEASED = new ReleasedSurroundings(new ModelFiles().all());

    static Stream<Arguments> broken() {
        return Stream.of(
                // a table that others ask
                row(PRIORITY, "triage-priority", "result-gone", "name=\"priority\" type", "name=\"prio\" type"),
                row(PRIORITY, "Rule_Safety", "input-choice", "\"urgent\"", "\"very urgent\""),
                row(PRIORITY, "Rule_Safety", "result-nothing", "<text>\"urgent\"</text>", "<text></text>"),
                row(PRIORITY, "Rule_Safety", "feel-name", "<text>\"urgent\"</text>", "<text>urgent</text>"),
                row(PRIORITY, "Rule_UrgentAgain", "feel-name", "<text>\"HIGH\"</text>", "<text>HIGH</text>"),
                row(PRIORITY, "Rule_UrgentAgain", "cell-type", "<text>&gt;= 3</text>", "<text>\"three\"</text>"),
                row(PRIORITY, "Input_recentCases", "input-unasked", "<text>recentCases</text>", "<text>latest</text>"),
                row(PRIORITY, "Input_recentCases", "column-type", "typeRef=\"integer\"", "typeRef=\"date\""),
                row(PRIORITY, "DecisionTable_triage-priority", "hit-policy-changed", "\"FIRST\"", "\"COLLECT\""),
                row(PRIORITY, "Rule_Normal", "rule-not-any", "\"FIRST\"", "\"ANY\""),
                row(PRIORITY, "triage-priority", "history-form", "\"P3650D\"", "\"ever\""),
                row(PRIORITY, "Rule_Again", "rule-unreached", "<text>\"HIGH\"</text>", "<text></text>", "&gt;= 3", ""),
                row(
                        PRIORITY,
                        "Input_text",
                        "table-language",
                        "<inputE",
                        "<inputExpression expressionLanguage=\"feelish\" /><inputE"),
                row(ROUTING, "Rule_Delivery", "group", "\"logistics\"", "\"logistic\""),
                row(SCENARIO, "Rule_Otherwise", "call-missing", "\"none\"", "\"parcel-search\""),
                row(LIMITS, "Rule_Urgent", "limit", "\"PT2H\"", "\"2 hours\""),
                row(AUTHORITY, "Rule_Billing", "result-negative", "300.00", "-300.00"),
                row(AUTHORITY, "Rule_Billing", "cell-choice", "<text>\"refund\"</text>", "<text>\"refnd\"</text>"),
                row(AUTHORITY, "Rule_Experts", "rule-not-unique", "\"RULE ORDER\"", "\"UNIQUE\""),
                // who begins it, and what it waits for
                row(
                        ESCALATION,
                        "complaint-escalation",
                        "message-start-gone",
                        "<bpmn:messageEventDefinition id=\"MessageEventDefinition_RiskNoticed\" messageRef=\"Message_RiskNoticed\" />",
                        ""),
                row(
                        FOLLOW_UP,
                        "Event_SolutionConfirmed",
                        "message-start-taken",
                        "<bpmn:outgoing>Flow_SolutionConfirmedToPlanCall</bpmn:outgoing>",
                        "<bpmn:messageEventDefinition messageRef=\"Message_D\" />",
                        "</bpmn:definitions>",
                        "<bpmn:message id=\"Message_D\" name=\"escalation.demanded\" /></bpmn:definitions>"),
                row(
                        FOLLOW_UP,
                        "follow-up",
                        "start-gone",
                        "<bpmn:outgoing>Flow_SolutionConfirmedToPlanCall</bpmn:outgoing>",
                        "<bpmn:timerEventDefinition><bpmn:timeCycle>R/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition>"),
                row(
                        FOLLOW_UP,
                        "Event_TimeToCall",
                        "signal-unsent",
                        "<bpmn:timerEventDefinition id=\"TimerEventDefinition_TimeToCall\">",
                        "<bpmn:signalEventDefinition signalRef=\"Signal_1\" /><bpmn:timerEventDefinition>",
                        "</bpmn:definitions>",
                        "<bpmn:signal id=\"Signal_1\" name=\"never\" /></bpmn:definitions>"),
                row(
                        FOLLOW_UP,
                        "Event_SolutionConfirmed",
                        "no-end",
                        "targetRef=\"Event_TimeToCall\"",
                        "targetRef=\"Activity_PlanCall\""),
                // what it names
                row(FOLLOW_UP, "Activity_CallCustomer", "binding", "Binding=\"deployment\"", "Binding=\"version\""),
                row(
                        FOLLOW_UP,
                        "Activity_CallCustomer",
                        "nobody",
                        "Groups=\"agents\"",
                        "Groups=\" , \"",
                        "camunda:assignee=\"${owner}\"",
                        ""),
                row(FOLLOW_UP, "Activity_CallCustomer", "date", "\"${callUntil}\"", "\"2020-01-01T00:00:00\""),
                row(FOLLOW_UP, "Activity_CallCustomer", "expression-call", "\"${callUntil}\"", "\"${owner['class']}\""),
                row(FOLLOW_UP, "follow-up", "history-short", "\"P3650D\"", "\"1\""),
                row(FOLLOW_UP, "follow-up", "name", "name=\"Follow up\"", ""),
                row(
                        REQUEST,
                        "Activity_ConfirmProblem",
                        "call-without-case",
                        "businessKey=\"#{execution.processBusinessKey}\"",
                        "businessKey=\"C-1\""),
                row(QUESTION, "Activity_AskDepartment", "variable", "${questions}", "asked"),
                row(
                        QUESTION,
                        "Activity_AskDepartment",
                        "number",
                        "camunda:collection=\"${questions}\" camunda:elementVariable=\"branchId\" />",
                        "><bpmn:loopCardinality>two</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>"),
                // a form by itself, and one whose answers a diagram that runs waits for
                row(
                        CALL,
                        "Activity_RecordCall",
                        "fields-unasked",
                        "outcomeText",
                        "a1",
                        "noteText",
                        "a2",
                        "wordText",
                        "a3"),
                row(
                        CALL,
                        "followup-call-customer",
                        "form-version-unknown",
                        "\"schemaVersion\": 16",
                        "\"schemaVersion\": \"new\""),
                row(
                        CALL,
                        "",
                        "unreadable",
                        "\"id\": \"followup-call-customer\",",
                        "\"id\": \"a\", \"id\": \"followup-call-customer\","),
                row(CALL, "Text_CaseHead", "id-twice", "\"Text_CaseCustomer\"", "\"Text_CaseHead\""));
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("broken")
    void theElementIsNamed(String file, String element, String code, List<String> edits) throws IOException {
        String content = Files.readString(Path.of(file));
        for (int i = 0; i < edits.size(); i += 2) {
            assertThat(content).contains(edits.get(i));
            content = content.replace(edits.get(i), edits.get(i + 1));
        }

        List<ModelFinding> found = check(file(file, content));

        assertThat(found)
                .as(found.toString())
                .anyMatch(finding -> finding.isFault()
                        && finding.code().equals(code)
                        && finding.elementId().equals(element));
    }

    @Test
    void oneKeyIsDeployedOnce() throws IOException {
        for (String file : List.of(FOLLOW_UP, PRIORITY, CALL)) {
            String content = Files.readString(Path.of(file));

            assertThat(check(
                            file("one-" + file.replace('/', '-'), content),
                            file("two-" + file.replace('/', '-'), content)))
                    .filteredOn(ModelFinding::isFault)
                    .extracting(ModelFinding::code)
                    .containsExactly("key-twice");
        }
    }

    @Test
    void aFileThatNobodyWouldReadIsSentBack() {
        for (String name : List.of("diagram.xml", "diagram", "diagram.BPMN", "steps.groovy")) {
            assertThat(check(file(name, "x"))).extracting(ModelFinding::code).containsExactly("file-kind");
        }
    }

    @Test
    void aFormIsReadAsStrictlyAsTheEngineDoes() throws IOException {
        String form = Files.readString(Path.of(CALL));

        assertThat(check(file("a.form", form + " more")))
                .extracting(ModelFinding::code)
                .containsExactly("unreadable");
        assertThat(check(new ModelFile("a.form", form.getBytes(StandardCharsets.UTF_16))))
                .extracting(ModelFinding::code)
                .containsExactly("unreadable");
    }

    /** A case waits for all its ways, so one that acknowledges is enough, wherever the others end. */
    @Test
    void ofParallelWaysThatAreNeverJoinedOneKeepsThePromise() {
        assertThat(promise(beside("acknowledgement", "")))
                .as("one way acknowledges")
                .isEmpty();
        assertThat(promise(beside("case-closed", ""))).as("none does").isNotEmpty();
        assertThat(promise(beside("acknowledgement", "<bpmn:terminateEventDefinition />")))
                .as("the other way may end the case first")
                .isNotEmpty();
    }

    @Test
    void aWayThatStopsWithoutAnEndEventEndsTheCaseAsWell() {
        String diagram = beside("acknowledgement", "")
                .replace("parallelGateway", "exclusiveGateway")
                .replace("<bpmn:sequenceFlow id=\"Flow_E\" sourceRef=\"Activity_Look\" targetRef=\"Event_E\" />", "");

        assertThat(promise(diagram)).extracting(ModelFinding::elementId).containsExactly("Activity_Look");
    }

    /** Twenty questions one after the other have a million answers, and the Modeler waits for five seconds. */
    @Test
    void manyQuestionsInARowTakeNoLongTime() {
        StringBuilder questions = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            questions.append("""
                    <bpmn:exclusiveGateway id="Gateway_%1$d" name="Which?" default="Flow_%1$dno" />
                    <bpmn:sequenceFlow id="Flow_%1$dyes" name="yes" sourceRef="Gateway_%1$d" targetRef="Gateway_%2$d">
                      <bpmn:conditionExpression>${v%1$d}</bpmn:conditionExpression>
                    </bpmn:sequenceFlow>
                    <bpmn:sequenceFlow id="Flow_%1$dno" name="no" sourceRef="Gateway_%1$d" targetRef="Gateway_%2$d" />
                    """.formatted(i, i + 1));
        }
        String diagram = beside("case-closed", "")
                .replace("targetRef=\"Gateway_B\"", "targetRef=\"Gateway_0\"")
                .replace("</bpmn:process>", questions + "</bpmn:process>")
                .replace("id=\"Gateway_B\"", "id=\"Gateway_20\"")
                .replace("sourceRef=\"Gateway_B\"", "sourceRef=\"Gateway_20\"");

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> promise(diagram)))
                .isNotEmpty();
    }

    @Test
    void whatIsNestedWithoutEndIsRefusedAndNotReadToItsEnd() throws IOException {
        String deep = "(".repeat(5_000) + "owner" + ")".repeat(5_000);

        assertThat(check(file(
                        "a.bpmn", Files.readString(Path.of(FOLLOW_UP)).replace("${callUntil}", "${" + deep + "}"))))
                .extracting(ModelFinding::code)
                .contains("too-deep");
        assertThat(check(file("a.dmn", Files.readString(Path.of(PRIORITY)).replace("&gt;= 3", deep))))
                .extracting(ModelFinding::code)
                .contains("too-deep");
    }

    private static List<ModelFinding> promise(String diagram) {
        return check(file("service-request.bpmn", diagram)).stream()
                .filter(finding -> finding.code().equals("policy-way"))
                .toList();
    }

    /** Two ways side by side: a message to the customer, and a task. */
    private static String beside(String template, String end) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="x">
                  <bpmn:process id="service-request" name="Request" isExecutable="true">
                    <bpmn:startEvent id="Event_S" name="Begun" />
                    <bpmn:parallelGateway id="Gateway_B" name="Both" />
                    <bpmn:sendTask id="Activity_Tell" name="Tell" camunda:delegateExpression="${notifyCustomerDelegate}">
                      <bpmn:extensionElements>
                        <camunda:inputOutput>
                          <camunda:inputParameter name="template">%s</camunda:inputParameter>
                        </camunda:inputOutput>
                      </bpmn:extensionElements>
                    </bpmn:sendTask>
                    <bpmn:userTask id="Activity_Look" name="Look" camunda:dueDate="P1D" camunda:candidateGroups="agents" />
                    <bpmn:endEvent id="Event_T" name="Told" />
                    <bpmn:endEvent id="Event_E" name="Looked">%s</bpmn:endEvent>
                    <bpmn:sequenceFlow id="Flow_A" sourceRef="Event_S" targetRef="Gateway_B" />
                    <bpmn:sequenceFlow id="Flow_B" sourceRef="Gateway_B" targetRef="Activity_Tell" />
                    <bpmn:sequenceFlow id="Flow_C" sourceRef="Gateway_B" targetRef="Activity_Look" />
                    <bpmn:sequenceFlow id="Flow_D" sourceRef="Activity_Tell" targetRef="Event_T" />
                    <bpmn:sequenceFlow id="Flow_E" sourceRef="Activity_Look" targetRef="Event_E" />
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(template, end);
    }

    private static List<ModelFinding> check(ModelFile... files) {
        return CHECKS.check(List.of(files), RELEASED);
    }

    private static ModelFile file(String name, String content) {
        return new ModelFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** @param edits what is replaced everywhere, and by what */
    private static Arguments row(String file, String element, String code, String... edits) {
        return Arguments.of(file, element, code, List.of(edits));
    }
}
