package io.careloop.modeling;

import static io.careloop.support.TableRows.read;
import static io.careloop.support.TableRows.withFirstRow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.Deadlines;
import io.careloop.deadline.Promise;
import io.careloop.deadline.Promises;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import io.careloop.support.ScratchModels;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The changes that {@code src/docs/process-owners.md} explains, made as it says and deployed by an owner. */
@CareloopTest
class ProcessOwnersGuideTests {

    private static final String REQUEST = "processes/resolution/service-request.bpmn";
    private static final String ANALYSIS = "forms/resolution/resolution-analyse-request.form";
    private static final String TRIAGE = "forms/resolution/resolution-triage-request.form";
    private static final String LIMITS = "processes/deadline/deadline-service-level.dmn";
    private static final String CLASSES = "processes/triage/triage-classification.dmn";
    private static final String ROUTES = "processes/triage/triage-routing.dmn";
    private static final String SCENARIOS = "processes/resolution/resolution-scenario.dmn";

    private static final String INVOICE = "My invoice is wrong";
    private static final String RECALL = "Is my kettle part of the recall?";
    private static final String PARCEL = "My parcel has not arrived";

    @LocalServerPort
    int port;

    @Autowired
    CaseWalk walk;

    @Autowired
    Deadlines deadlines;

    @Autowired
    Promises promises;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    Clock clock;

    private final String name = "guide " + System.nanoTime();
    private OwnerTool owner;

    @BeforeEach
    void openTheModeler() {
        owner = new OwnerTool(port, "owner");
    }

    @AfterEach
    void takeTheChangeBack() {
        changes().map(Deployment::getId).flatMap(this::frames).forEach(walk::withdraw);
        changes().forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    private Stream<Deployment> changes() {
        return repository.createDeploymentQuery().deploymentName(name).orderByDeploymentTime().desc().list().stream();
    }

    /** Cases that began with a changed frame, and those that follow a changed scenario. */
    private Stream<CaseReference> frames(String deployment) {
        return runtime.createProcessInstanceQuery().deploymentId(deployment).list().stream()
                .map(instance -> CaseReference.of(instance.getBusinessKey()));
    }

    @Test
    void aStepIsAdded() throws IOException {
        CaseReference running = walk.registered("step-old@example.org", INVOICE);
        EditedDiagram diagram = EditedDiagram.of(REQUEST);
        diagram.addStep(
                "Flow_RecordTriageToAskDepartments",
                "Tell team",
                "careloop.notifyStaff",
                Map.of("Message", "request-routed", "Persons", "nobody"));

        deploy(Map.of("service-request.bpmn", diagram.xml()));

        walk.runJob(running, "Activity_ReadRequest");
        CaseReference fresh = walk.triaged("step-new@example.org", INVOICE);
        assertThat(passed(running, "Tell team")).isFalse();
        assertThat(passed(fresh, "Tell team")).isTrue();
        walk.task(fresh, "Activity_AnalyseRequest");
    }

    @Test
    void aLimitIsChanged() {
        CaseReference running = walk.triaged("limit-old@example.org", INVOICE);
        Instant promised = resolutionDue(running);

        deploy(Map.of("deadline-service-level.dmn", lastLimit("PT24H", "PT6H")));

        Instant now = clock.instant();
        CaseReference fresh = walk.triaged("limit-new@example.org", INVOICE);
        assertThat(resolutionDue(running)).isEqualTo(promised);
        assertThat(Duration.between(now, resolutionDue(fresh))).isBetween(Duration.ofHours(6), Duration.ofHours(7));
    }

    @Test
    void aCategoryGetsAPathOfItsOwn() throws IOException {
        CaseReference running = walk.registered("category-old@example.org", RECALL);
        EditedDiagram diagram = EditedDiagram.of(REQUEST);
        diagram.addPath(
                "Flow_RecordTriageToAskDepartments",
                "Recall?",
                "${category == 'recall'}",
                "Tell managers of recall",
                "careloop.notifyStaff",
                Map.of("Message", "request-routed", "Persons", "nobody", "Groups", "managers"));
        String option = "{\"value\": \"recall\", \"label\": \"Recall\"},";
        String form = read(TRIAGE);
        int options = form.indexOf("\"values\": [", form.indexOf("\"key\": \"category\"")) + "\"values\": [".length();

        deploy(Map.of(
                "service-request.bpmn", diagram.xml(),
                "resolution-triage-request.form", form.substring(0, options) + option + form.substring(options),
                "triage-classification.dmn",
                        withFirstRow(CLASSES, "some word in [\"recall\"] satisfies contains(?, word)", "\"recall\""),
                "triage-routing.dmn", withFirstRow(ROUTES, "\"recall\"", "", "\"quality\"")));

        walk.runJob(running, "Activity_ReadRequest");
        CaseReference recall = walk.triaged("category-new@example.org", RECALL);
        CaseReference other = walk.triaged("category-other@example.org", INVOICE);
        assertThat(walk.file(recall).category()).isEqualTo("recall");
        assertThat(walk.file(recall).team()).isEqualTo("quality");
        assertThat(passed(recall, "Tell managers of recall")).isTrue();
        assertThat(passed(other, "Tell managers of recall")).isFalse();
        // tables count at once, a diagram for those that begin with it
        assertThat(walk.file(running).category()).isEqualTo("recall");
        assertThat(passed(running, "Tell managers of recall")).isFalse();
    }

    @Test
    void aFormGetsAField() {
        CaseReference running = walk.triaged("field-old@example.org", INVOICE);
        String form = read(ANALYSIS);
        int before = form.indexOf("{", form.lastIndexOf("\"type\": \"radio\"") - 30);
        String field = """
                {"type": "radio", "id": "Field_InvoicePaid", "key": "invoicePaid", "label": "Is the invoice paid?",
                 "values": [{"value": "yes", "label": "Yes"}, {"value": "no", "label": "No"}]},
                """;

        deploy(Map.of(
                "service-request.bpmn",
                read(REQUEST),
                "resolution-analyse-request.form",
                form.substring(0, before) + field + form.substring(before)));

        CaseReference fresh = walk.triaged("field-new@example.org", INVOICE);
        assertThat(analysed(running).body()).contains("invoicePaid");
        assertThat(analysed(fresh).statusCode()).isEqualTo(204);
        assertThat(runtime.getVariable(frame(fresh).getId(), "invoicePaid")).isEqualTo("yes");
        walk.task(running, "Activity_AnalyseRequest");
        walk.task(fresh, "Activity_ProposeSolution");
    }

    @Test
    void aScenarioIsADiagramAndARow() throws IOException {
        CaseReference running = walk.implemented("scenario-old@example.org", PARCEL);

        deploy(Map.of(
                "lost-parcel.bpmn", lostParcel(),
                "lost-parcel-trace.form", tracing(),
                "resolution-scenario.dmn", withFirstRow(SCENARIOS, "\"delivery\"", "", "\"lost-parcel\"")));

        CaseReference parcel = planned("scenario-new@example.org", PARCEL);
        walk.runJob(parcel, "Activity_FollowScenario");
        assertThat(walk.tasks(parcel))
                .singleElement()
                .satisfies(task -> assertThat(task.getName()).isEqualTo("Trace parcel"));
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("lost-parcel")
                .list()
                .forEach(scenario -> assertThat(scenario.getBusinessKey()).isEqualTo(parcel.value()));
        walk.submit(parcel, walk.tasks(parcel).get(0).getTaskDefinitionKey(), Map.of("parcelFound", "yes"));
        walk.task(parcel, "Activity_ImplementSolution");

        CaseReference invoice = planned("scenario-other@example.org", INVOICE);
        walk.task(invoice, "Activity_ImplementSolution");
        assertThat(passed(running, "Follow scenario")).isFalse();
    }

    @Test
    void aScenarioMayPromiseSomethingAndSetOutToWinTheCustomerBack() throws IOException {
        EditedDiagram scenario = EditedDiagram.empty("lost-parcel", "Lost parcel");
        scenario.addStep(
                "Flow_Only",
                "Promise to call",
                "careloop.startClock",
                Map.of("What is promised", "We call you with what the carrier says", "Within", "PT2H"));
        scenario.addStep("Flow_Only", "Record promise", "careloop.recordPromise", Map.of());
        scenario.addStep(
                "Flow_Only",
                "Promise a day",
                "careloop.staffTask",
                Map.of("Group", "logistics", "Form", "lost-parcel-trace", "Limit", "${implementationDue}"));
        scenario.addStep("Flow_Only", "Win back", "careloop.noteDissatisfaction", Map.of("What happened", "reopened"));
        deploy(Map.of(
                "lost-parcel.bpmn", scenario.xml(),
                "lost-parcel-trace.form", asking("promiseText", "promiseDateText"),
                "resolution-scenario.dmn", withFirstRow(SCENARIOS, "\"delivery\"", "", "\"lost-parcel\"")));
        CaseReference parcel = planned("scenario-promise@example.org", PARCEL);

        walk.runJob(parcel, "Activity_FollowScenario");
        String promising = named(parcel, "Promise a day");
        walk.submit(parcel, promising, Map.of("promiseText", "A new one is sent", "promiseDateText", tomorrow()));

        assertThat(instances(parcel, "service-recovery")).isEqualTo(1);
        assertThat(promises.of(parcel))
                .extracting(Promise::text)
                .contains("A new one is sent", "We call you with what the carrier says");
        walk.task(parcel, "Activity_ImplementSolution");
    }

    private String named(CaseReference reference, String name) {
        return walk.tasks(reference).stream()
                .filter(task -> task.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getTaskDefinitionKey();
    }

    private long instances(CaseReference reference, String process) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value(), process)
                .count();
    }

    private String tomorrow() {
        return clock.instant().plus(Duration.ofDays(1)).toString();
    }

    @Test
    void aScenarioThatIsMissingIsRefusedAtItsRowAndAnIncidentWhereACaseComesThere() throws IOException {
        String ahead = withFirstRow(SCENARIOS, "\"delivery\"", "", "\"lost-parcel\"");
        assertThat(owner.deploy(name, Map.of("resolution-scenario.dmn", ahead)).body())
                .contains("Rule_Added", "no diagram \\\"lost-parcel\\\"");
        // it may have been deleted since
        ScratchModels.unchecked(() -> repository
                .createDeployment()
                .name(name)
                .addString("resolution-scenario.dmn", ahead)
                .deploy());
        CaseReference parcel = planned("scenario-missing@example.org", PARCEL);
        Job job = walk.job(parcel, "Activity_FollowScenario");

        for (int tries = job.getRetries(); tries > 0; tries--) {
            assertThatThrownBy(() -> management.executeJob(job.getId())).hasMessageContaining("lost-parcel");
        }

        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(frame(parcel).getId())
                        .list())
                .hasSize(1);
        deploy(Map.of("lost-parcel.bpmn", lostParcel(), "lost-parcel-trace.form", tracing()));
        management.executeJob(job.getId());
        assertThat(walk.tasks(parcel)).hasSize(1);
    }

    @Test
    void aScenarioThatSomebodyDeletesDoesNotTakeItsCaseAlong() throws IOException {
        deploy(Map.of(
                "lost-parcel.bpmn", lostParcel(),
                "lost-parcel-trace.form", tracing(),
                "resolution-scenario.dmn", withFirstRow(SCENARIOS, "\"delivery\"", "", "\"lost-parcel\"")));
        CaseReference parcel = planned("scenario-deleted@example.org", PARCEL);
        walk.runJob(parcel, "Activity_FollowScenario");
        String scenario = walk.tasks(parcel).get(0).getProcessInstanceId();

        assertThatThrownBy(() -> runtime.deleteProcessInstance(scenario, "not needed"))
                .hasMessageContaining("not over");

        assertThat(frame(parcel)).isNotNull();
        assertThat(walk.tasks(parcel)).hasSize(1);
    }

    private static String lostParcel() throws IOException {
        EditedDiagram scenario = EditedDiagram.empty("lost-parcel", "Lost parcel");
        scenario.addStep(
                "Flow_Only",
                "Trace parcel",
                "careloop.staffTask",
                Map.of("Group", "logistics", "Form", "lost-parcel-trace", "Limit", "${implementationDue}"));
        return scenario.xml();
    }

    private static String asking(String words, String day) {
        return """
                {"id": "lost-parcel-trace", "type": "default", "schemaVersion": 16,
                 "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0",
                 "components": [{"type": "textfield", "id": "Field_Words", "key": "%s", "label": "What do we promise?"},
                  {"type": "datetime", "subtype": "date", "id": "Field_Day", "key": "%s", "dateLabel": "Until when?"}]}
                """.formatted(words, day);
    }

    private static String tracing() {
        return """
                {"id": "lost-parcel-trace", "type": "default", "schemaVersion": 16,
                 "executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0",
                 "components": [{"type": "radio", "id": "Field_ParcelFound", "key": "parcelFound",
                  "label": "Has the carrier found it?",
                  "values": [{"value": "yes", "label": "Yes"}, {"value": "no", "label": "No"}]}]}
                """;
    }

    /** The last row of the table of limits, for whatever no other row fits, with another limit. */
    private static String lastLimit(String from, String to) {
        String table = read(LIMITS);
        int at = table.lastIndexOf("\"" + from + "\"");
        return table.substring(0, at) + "\"" + to + "\"" + table.substring(at + from.length() + 2);
    }

    private void deploy(Map<String, String> files) {
        HttpResponse<String> answer = owner.deploy(name, files);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private CaseReference planned(String contact, String words) {
        CaseReference reference = walk.proposed(contact, words);
        walk.answer(reference, true, null);
        walk.submit(
                reference,
                "Activity_PlanImplementation",
                Map.of(
                        "actionText",
                        "Find it",
                        "implementerText",
                        "",
                        "finishDateText",
                        tomorrow(),
                        "resourcesReady",
                        true));
        return reference;
    }

    private HttpResponse<String> analysed(CaseReference reference) {
        OwnerTool billing = new OwnerTool(port, "billing");
        String task = "/task/" + walk.task(reference, "Activity_AnalyseRequest").getId();
        assertThat(billing.post(task + "/claim", "{\"userId\": \"billing\"}").statusCode())
                .isEqualTo(204);
        return billing.post(task + "/submit-form", """
                {"variables": {"problemText": {"value": "It was charged twice"},
                 "problemClear": {"value": "yes"}, "invoicePaid": {"value": "yes"}}}""");
    }

    private Instant resolutionDue(CaseReference reference) {
        return deadlines.of(reference).orElseThrow().resolution().dueAt();
    }

    private ProcessInstance frame(CaseReference reference) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value(), "service-request")
                .singleResult();
    }

    private boolean passed(CaseReference reference, String activity) {
        return history.createHistoricActivityInstanceQuery()
                        .processInstanceId(frame(reference).getId())
                        .activityName(activity)
                        .finished()
                        .count()
                > 0;
    }
}
