package io.careloop.modeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** Our own models, each broken by one small edit, deployed by an owner as the Modeler does it. */
@CareloopTest
class RefusedModelsTests {

    private static final String REQUEST = "processes/resolution/service-request.bpmn";
    private static final String ESCALATION = "processes/escalation/complaint-escalation.bpmn";
    private static final String COLLABORATION = "processes/collaboration/department-question.bpmn";
    private static final String ASKING = "processes/resolution/ask-customer.bpmn";
    private static final String CLOSE = "camunda:delegateExpression=\"${closeCaseDelegate}\"";
    private static final String COMPENSATION = "processes/recovery/compensation.bpmn";
    private static final String PRIORITY = "processes/triage/triage-priority.dmn";
    private static final String FORM = "forms/resolution/resolution-get-answer.form";

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    static Stream<Arguments> brokenModels() {
        return Stream.of(
                // what is called
                broken(
                        REQUEST,
                        "${recordPlanDelegate}",
                        "${recordPlansDelegate}",
                        "Activity_RecordPlan",
                        "does not exist"),
                broken(
                        REQUEST,
                        ">acknowledgement<",
                        ">acknowledgment<",
                        "Activity_AcknowledgeRequest",
                        "no message template"),
                broken(
                        REQUEST,
                        "name=\"actor\"",
                        "name=\"agent\"",
                        "Activity_RecordWithdrawal",
                        "parameter \"agent\" is unknown"),
                broken(
                        REQUEST,
                        "${recordPlanDelegate}",
                        "${recordPlanDelegat}",
                        "Activity_RecordPlan",
                        "Do you mean \"recordPlanDelegate\"?"),
                broken(
                        REQUEST,
                        ">firstResponse<",
                        ">firstAnswer<",
                        "Activity_NoteFirstResponse",
                        "no clock \"firstAnswer\""),
                broken(
                        ASKING,
                        ">waiting-for-customer<",
                        ">waiting<",
                        "Activity_PauseClock",
                        "for the reason \"waiting\""),
                broken(REQUEST, "${claimBy}", "${claimedBy}", "Event_RequestUnclaimed", "Do you mean \"claimBy\"?"),
                broken(
                        REQUEST,
                        "dueDate=\"${implementationDue}\"",
                        "dueDate=\"${implementUntil}\"",
                        "Activity_ImplementSolution",
                        "Nothing sets the variable \"implementUntil\""),
                broken(
                        REQUEST,
                        "formRef=\"resolution-analyse-request\"",
                        "formRef=\"resolution-get-answer\"",
                        "Activity_RecordAnalysis",
                        "asks for nothing of it"),
                broken(REQUEST, ">breach<", ">because<", "Activity_EscalateMissedResolution", "cannot be chosen"),
                broken(ESCALATION, ">managers<", ">bosses<", "Activity_TellManagers", "no group \"bosses\""),
                // code
                broken(REQUEST, "${solved}", "${outbox.send(solved)}", "Flow_SolvedForGoodYes", "calls \"send\""),
                broken(REQUEST, "${solved}", "${dataSource}", "Flow_SolvedForGoodYes", "part of the application"),
                broken(REQUEST, "${claimBy}", "${dateTime()}", "Event_RequestUnclaimed", "function \"dateTime\""),
                broken(REQUEST, "${solved}", "${solved", "Flow_SolvedForGoodYes", "cannot be understood"),
                broken(
                        REQUEST,
                        "#{execution.processBusinessKey}",
                        "#{execution.processEngineServices}",
                        "Activity_ConfirmProblem",
                        "reaches into the engine"),
                broken(REQUEST, CLOSE, "camunda:class=\"java.lang.Runtime\"", "Activity_CloseCase", "Java class"),
                broken(REQUEST, CLOSE, "camunda:expression=\"${1}\"", "Activity_CloseCase", "runs the expression"),
                broken(
                        REQUEST,
                        CLOSE,
                        "camunda:type=\"external\" camunda:topic=\"x\"",
                        "Activity_CloseCase",
                        "topic \"x\""),
                broken(
                        REQUEST,
                        ">acknowledgement<",
                        "><camunda:script scriptFormat=\"groovy\">1</camunda:script><",
                        "Activity_AcknowledgeRequest",
                        "script"),
                broken(
                        REQUEST,
                        "<camunda:inputOutput>",
                        "<camunda:executionListener event=\"start\" delegateExpression=\"${closeCaseDelegate}\" /><camunda:inputOutput>",
                        "Activity_AcknowledgeRequest",
                        "listener"),
                // what is referred to
                broken(
                        REQUEST,
                        "camunda:candidateGroups=\"agents\"",
                        "camunda:candidateGroups=\"agent\"",
                        "Activity_TriageRequest",
                        "no group \"agent\""),
                broken(
                        REQUEST,
                        "\"resolution-triage-request\"",
                        "\"resolution-triage\"",
                        "Activity_TriageRequest",
                        "no form"),
                broken(
                        REQUEST,
                        "calledElement=\"follow-up\"",
                        "calledElement=\"follow-on\"",
                        "Activity_FollowUp",
                        "no diagram"),
                broken(REQUEST, "\"triage-routing\"", "\"triage-route\"", "Activity_RouteRequest", "no decision table"),
                broken(
                        REQUEST,
                        "\"resolution.departments-done\"",
                        "\"resolution.departments-over\"",
                        "Event_DepartmentsDone",
                        "which nothing sends"),
                broken(
                        REQUEST,
                        "\"resolution.closing-held-up\"",
                        "\"resolution.closing-late\"",
                        "Activity_CloseCase",
                        "Nothing catches the error"),
                broken(
                        COLLABORATION,
                        "\"collaboration.coordinator-needed\"",
                        "\"collaboration.all-too-late\"",
                        "Event_HalfOfLimitReported",
                        "Nothing catches the escalation"),
                // what is said and drawn
                broken(REQUEST, "name=\"Close case\"", "name=\"\"", "Activity_CloseCase", "no name"),
                broken(
                        REQUEST,
                        "bpmnElement=\"Activity_CloseCase\"",
                        "bpmnElement=\"Activity_Close\"",
                        "Activity_CloseCase",
                        "not drawn"),
                broken(
                        REQUEST,
                        "bpmnElement=\"Flow_SolvedForGoodYes\"",
                        "bpmnElement=\"Flow_Yes\"",
                        "Flow_SolvedForGoodYes",
                        "not drawn"),
                broken(REQUEST, " default=\"Flow_SolvedForGoodNo\"", "", "Gateway_SolvedForGood", "no default exit"),
                broken(REQUEST, " camunda:historyTimeToLive=\"P3650D\"", "", "service-request", "Time to live"),
                broken(
                        COMPENSATION,
                        " camunda:asyncBefore=\"true\"",
                        "",
                        "Activity_PayCompensation",
                        "Asynchronous before"),
                // what is promised
                broken(
                        REQUEST,
                        ">acknowledgement<",
                        ">case-closed<",
                        "Event_CaseClosed",
                        "No request ends without an acknowledgement"),
                broken(
                        REQUEST,
                        " camunda:dueDate=\"${implementationDue}\"",
                        "",
                        "Activity_ImplementSolution",
                        "enter a due date"),
                broken(
                        ESCALATION,
                        "Activity_ReviewComplaint",
                        "Activity_Look",
                        "Activity_Look",
                        "must have the id Activity_ReviewComplaint"),
                broken(
                        ESCALATION,
                        "sourceRef=\"Gateway_AnswerSensitive\" targetRef=\"Gateway_AskApprovers\"",
                        "sourceRef=\"Gateway_AnswerSensitive\" targetRef=\"Event_AnswerReady\"",
                        "Activity_SendAnswer",
                        "before legal and quality have approved"),
                broken(
                        ESCALATION,
                        "sourceRef=\"Activity_PrepareRework\" targetRef=\"Activity_ReviewComplaint\"",
                        "sourceRef=\"Activity_PrepareRework\" targetRef=\"Event_AnswerReady\"",
                        "Activity_SendAnswer",
                        "before legal and quality have approved"),
                broken(
                        ESCALATION,
                        "sourceRef=\"Activity_TellEscalated\" targetRef=\"Activity_SecondReview\"",
                        "sourceRef=\"Activity_TellEscalated\" targetRef=\"Activity_SendAnswer\"",
                        "Activity_SendAnswer",
                        "without a second review"),
                // tables and forms
                broken(PRIORITY, "<text>\"HIGH\"</text>", "<text>\"HIGH</text>", "Rule_UrgentAgain", "not FEEL"),
                broken(PRIORITY, "<text>recentCases</text>", "<text></text>", "Input_recentCases", "which variable"),
                broken(PRIORITY, " name=\"priority\"", "", "Output_priority", "no name"),
                broken(
                        PRIORITY,
                        "typeRef=\"integer\">",
                        "typeRef=\"integer\" expressionLanguage=\"javascript\">",
                        "Input_recentCases",
                        "language \"javascript\""),
                broken(
                        FORM,
                        "\"type\": \"group\"",
                        "\"type\": \"filepicker\"",
                        "Group_Case",
                        "fields of the type \"filepicker\""),
                broken(
                        FORM,
                        "\"executionPlatform\": \"Camunda Platform\"",
                        "\"executionPlatform\": \"Camunda Cloud\"",
                        "resolution-get-answer",
                        "Camunda 8"),
                broken(
                        FORM,
                        "registered {{registeredAt}}",
                        "registered ${registeredAt}",
                        "Text_CaseHead",
                        "do not evaluate"));
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

    /** Each element of the diagram has the same expression, and each in another place. */
    @Test
    void whereverAnExpressionStandsItReachesNoPartOfTheApplication() throws Exception {
        String content = new ClassPathResource("modeling/expressions-everywhere.bpmn")
                .getContentAsString(StandardCharsets.UTF_8);
        Set<String> places = Pattern.compile("<bpmn:\\w+ id=\"(\\w+)\" (?=name|source)")
                .matcher(content)
                .results()
                .map(match -> match.group(1))
                // what is sent or thrown is named where it stands in the file, beside the process
                .filter(id -> !Set.of("Message", "Signal", "NotEvaluated").contains(id))
                .collect(Collectors.toSet());
        List<Long> before = counts();

        HttpResponse<String> answer = deploy("owner", Map.of("expressions-everywhere.bpmn", content));

        assertThat(answer.statusCode()).isEqualTo(400);
        String message =
                new ObjectMapper().readTree(answer.body()).path("message").asText();
        Set<String> named = Pattern.compile("bpmn, (\\w+)[^:]*: The expression [^\n]* is a part of the application")
                .matcher(message)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        assertThat(places).hasSizeGreaterThan(35);
        assertThat(named).as(message).containsAll(places).doesNotContain("NotEvaluated");
        assertThat(counts()).isEqualTo(before);
    }

    /** Two of one key would stop every new case: all is looked up by its key alone. */
    @Test
    void nothingIsDeployedForATenantOrTwiceOrForNobody() throws Exception {
        String table = Files.readString(Path.of(PRIORITY));
        List<Long> before = counts();

        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .tenantId("acme")
                        .addString("a.dmn", table)
                        .deploy())
                .hasMessageContaining("tenant \"acme\"");
        HttpResponse<String> twice =
                deploy("owner", Map.of("a.dmn", table, "b.dmn", table.replace("danger for", "harm to")));
        HttpResponse<String> unknown = deploy("owner", Map.of("diagram.xml", "<x/>"));

        assertThat(twice.statusCode()).as(twice.body()).isEqualTo(400);
        assertThat(twice.body()).contains("has the id \\\"triage-priority\\\" as well");
        assertThat(unknown.statusCode()).as(unknown.body()).isEqualTo(400);
        assertThat(unknown.body()).contains("must end in .bpmn, .dmn or .form");
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void aFormIsRefusedWithoutTheFieldsThatADiagramKeepsThoughTheDiagramComesUnchanged() throws Exception {
        String form = Files.readString(Path.of("forms/followup/followup-call-customer.form"));
        String diagram = Files.readString(Path.of("processes/followup/follow-up.bpmn"));
        List<Long> before = counts();

        HttpResponse<String> answer = deploy(
                "owner",
                Map.of(
                        "followup-call-customer.form",
                        form.replace("outcomeText", "a")
                                .replace("noteText", "b")
                                .replace("wordText", "c"),
                        "follow-up.bpmn",
                        diagram));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("Activity_RecordCall", "asks for nothing of it");
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void allFaultsAreSaidAtOnceAndOneOfThemKeepsOutTheOthers() throws Exception {
        String form = Files.readString(Path.of(FORM)).replace("\"type\": \"group\"", "\"type\": \"filepicker\"");
        String request = Files.readString(Path.of(REQUEST)).replace("name=\"Close case\"", "name=\"Close the case\"");
        String asking = Files.readString(Path.of(COMPENSATION)).replace(" camunda:asyncBefore=\"true\"", "");
        List<Long> before = counts();

        HttpResponse<String> answer =
                deploy("owner", Map.of(nameOf(FORM), form, nameOf(REQUEST), request, nameOf(COMPENSATION), asking));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("Group_Case", "Activity_PayCompensation")
                .doesNotContain("Activity_CloseCase");
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void codeOfOurOwnDeploysNothingFaultyEither() throws Exception {
        String content = Files.readString(Path.of(REQUEST)).replace("${recordPlanDelegate}", "${recordPlansDelegate}");

        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("service-request.bpmn", content)
                        .deploy())
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("Activity_RecordPlan");
    }

    @Test
    void aFileThatIsNoDiagramIsRefusedWithTheReason() throws Exception {
        HttpResponse<String> answer = deploy("owner", Map.of("broken.bpmn", "<bpmn"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("broken.bpmn", "cannot be read");
    }

    @Test
    void idsThatTheModelerMakesAreNoFault() throws Exception {
        String content = Files.readString(Path.of(REQUEST)).replace("Activity_RecordPlan", "Activity_0x1y2z3");

        HttpResponse<String> answer = deploy("owner", Map.of(nameOf(REQUEST), content));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        repository.deleteDeployment(
                new ObjectMapper().readTree(answer.body()).path("id").asText(), true);
    }

    @Test
    void aDiagramDeployedAloneComesWithItsForms() throws Exception {
        String content = Files.readString(Path.of(REQUEST)).replace("Request received", "Request is here");

        HttpResponse<String> answer = deploy("owner", Map.of(nameOf(REQUEST), content));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String deployment =
                new ObjectMapper().readTree(answer.body()).path("id").asText();
        assertThat(repository.getDeploymentResourceNames(deployment))
                .contains("service-request.bpmn", "resolution-triage-request.form", "resolution-propose-solution.form");
        repository.deleteDeployment(deployment, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "manager", "auditor"})
    void nobodyElseDeploys(String user) throws Exception {
        assertThat(deploy(user, Map.of("note.txt", "hello")).statusCode()).isEqualTo(403);
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
