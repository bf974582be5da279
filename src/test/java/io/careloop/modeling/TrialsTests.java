package io.careloop.modeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.cases.CaseReference;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.engine.MovableClock;
import io.careloop.identity.Groups;
import io.careloop.modeling.version.CaseProperty;
import io.careloop.modeling.version.CurrentVersions;
import io.careloop.modeling.version.DiagramVersion;
import io.careloop.modeling.version.Suspensions;
import io.careloop.modeling.version.Trial;
import io.careloop.modeling.version.Trial.Result;
import io.careloop.modeling.version.TrialRequest;
import io.careloop.modeling.version.Trials;
import io.careloop.modeling.version.Trials.Outcome;
import io.careloop.modeling.version.Versions;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import io.careloop.support.ScratchModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@CareloopTest
class TrialsTests {

    private static final String FRAME = "service-request";
    private static final Path FRAME_FILE = Path.of("processes/resolution/service-request.bpmn");
    private static final String TRIED = "tried";
    private static final String PAGE = "/modeling/versions/" + TRIED;
    private static final String CALLING = "calling";
    private static final String MESSAGE = "trial.wanted";
    private static final String REASON = "We try the new step";
    private static final int MANY = 100;
    private static final String DEFINITIONS = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">%s</definitions>""";

    @Autowired
    MockMvc http;

    @Autowired
    Trials trials;

    @Autowired
    CurrentVersions current;

    @Autowired
    Versions versions;

    @Autowired
    Suspensions suspensions;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    FormService forms;

    @Autowired
    CaseWalk walk;

    @Autowired
    Timeline timeline;

    @Autowired
    MovableClock clock;

    private final List<String> deployments = new ArrayList<>();

    @AfterEach
    void forgetWhatWasTried() {
        for (String key : List.of(TRIED, CALLING, FRAME)) {
            running(key).ifPresent(trial -> trials.end(trial, Result.GIVEN_UP, "owner", "The test is over"));
            current.of(key).ifPresent(kept -> trials.keep(key, null, "owner", "The test is over"));
        }
        for (int i = deployments.size() - 1; i >= 0; i--) {
            repository.deleteDeployment(deployments.get(i), true);
        }
    }

    @Test
    void halfOfTheCasesBeginInTheNewVersionAndEachStaysWhereItWasDrawn() {
        int before = deploy(scratch("Old"));
        int tried = deploy(scratch("New"));
        start(tried, before, 50, Map.of());

        List<Integer> first = begunOf(MANY);
        List<Integer> again = begunOf(MANY);

        assertThat(first).containsOnly(before, tried).isEqualTo(again);
        assertThat(first.stream().filter(version -> version == tried).count()).isBetween(25L, 75L);
        assertThat(trials.count(running(TRIED).orElseThrow()).onTrial()
                        + trials.count(running(TRIED).orElseThrow()).rest())
                .isEqualTo(MANY);
    }

    @Test
    void everyRoadIntoADiagramKeepsToTheChoice() {
        int before = deploy(scratch("Old"));
        int tried = deploy(scratch("New"));
        deployCaller(caller(""));
        String newest = id(tried);
        start(tried, before, 50, Map.of());
        String inside = reference(tried);
        String outside = reference(before);

        for (String reference : List.of(inside, outside)) {
            int expected = reference.equals(inside) ? tried : before;
            assertThat(version(runtime.createMessageCorrelation(MESSAGE)
                            .processInstanceBusinessKey(reference)
                            .correlateStartMessage()))
                    .as("by message")
                    .isEqualTo(expected);
            assertThat(version(forms.submitStartForm(newest, reference, Map.of())))
                    .as("by form")
                    .isEqualTo(expected);
            assertThat(called(runtime.startProcessInstanceByKey(CALLING, reference)))
                    .as("by call activity")
                    .isEqualTo(expected);
        }
        assertThat(version(runtime.startProcessInstanceById(id(before), inside)))
                .as("who names an older version means it")
                .isEqualTo(before);
    }

    @Test
    void aGroupBeginsInTheNewVersionAndItsCasesTellSo() throws IOException {
        int before = deployFrame("Propose solution");
        int tried = deployFrame("Draft solution");
        Map<CaseProperty, String> group = Map.of(CaseProperty.CHANNEL, "API", CaseProperty.LANGUAGE, "zh-TW");
        assertThat(trials.start(request(FRAME, tried, before, 100, group), "owner"))
                .isInstanceOf(Outcome.Done.class);

        CaseReference inside = walk.registered("trial.inside@example.org", "我的包裹還沒到", "zh-TW");
        CaseReference outside = walk.registered("trial.outside@example.org", "My parcel has not arrived", "en");

        assertThat(version(frame(inside))).isEqualTo(tried);
        assertThat(version(frame(outside))).isEqualTo(before);
        assertThat(entries(inside))
                .singleElement()
                .satisfies(entry -> assertThat(entry.text()).contains(FRAME + " " + tried, "zh-TW", REASON));
        assertThat(entries(outside)).isEmpty();
        walk.withdraw(inside);
        walk.withdraw(outside);
    }

    @Test
    void whatIsDeployedDuringATrialWaitsAndIsReleasedWithTheNewest() {
        int before = deploy(scratch("Old"));
        int tried = deploy(scratch("New"));
        start(tried, before, 50, Map.of());
        int later = deploy(scratch("Later"));

        assertThat(begunOf(10)).doesNotContain(later);
        end(Result.CURRENT);
        assertThat(begunOf(10)).as("the version that was tried").containsOnly(tried);
        trials.keep(TRIED, null, "owner", "The later one as well");
        assertThat(begunOf(10)).containsOnly(later);
    }

    @Test
    void aVersionThatIsGivenUpGetsNoMoreCases() {
        int before = deploy(scratch("Old"));
        int tried = deploy(scratch("New"));
        start(tried, before, 99, Map.of());
        assertThat(begunOf(10)).contains(tried);

        end(Result.GIVEN_UP);

        assertThat(begunOf(10)).containsOnly(before);
        assertThat(trials.of(TRIED).get(0).ending().result()).isEqualTo(Result.GIVEN_UP);
    }

    @Test
    void aTrialRestsWhenItsVersionIsDeleted() {
        int before = deploy(scratch("Old"));
        int tried = deploy(scratch("New"));
        deploy(scratch("Later"));
        start(tried, before, 99, Map.of());

        repository.deleteDeployment(deployments.remove(1), true);

        assertThat(begunOf(10)).containsOnly(before);
    }

    @Test
    void anOlderVersionIsTriedAndTheRestStaysWithTheNewestUntilTheDate() {
        int tried = deploy(scratch("Old"));
        int newest = deploy(scratch("New"));
        start(tried, newest, 99, Map.of());
        assertThat(begunOf(10)).contains(tried);

        clock.advance(Duration.ofDays(2));

        assertThat(begunOf(10)).containsOnly(newest);
        clock.advance(Duration.ofDays(-2));
    }

    @Test
    void aVersionWithoutNewCasesIsPassedOverAndTheOneBeforeTakesThemWhenSomebodySaysSo() {
        int before = deploy(scratch("Old"));
        int tried = deploy(scratch("New"));
        start(tried, before, 99, Map.of());
        suspensions.decide(TRIED, version(TRIED, tried), Suspensions.Action.SUSPEND, "owner", "It loops");
        end(Result.GIVEN_UP);
        trials.keep(TRIED, null, "owner", "As before");
        assertThatThrownBy(() -> begun("C-2026-100000")).hasMessageContaining("suspended");

        trials.keep(TRIED, version(TRIED, before), "owner", "Until it is mended");

        assertThat(begunOf(10)).containsOnly(before);
        deploy(scratch("Mended"));
        assertThat(begunOf(10)).as("a deployment waits").containsOnly(before);
    }

    @Test
    void anotherDiagramBeginsInItsNewestVersion() {
        int before = deploy(scratch("Old"));
        int tried = deploy(scratch("New"));
        deployCaller(caller(""));
        int newest = deployCaller(
                caller("camunda:calledElementBinding=\"version\" camunda:calledElementVersion=\"" + tried + "\""));
        start(tried, before, 1, Map.of());

        ProcessInstance calling = runtime.startProcessInstanceByKey(CALLING, reference(before));

        assertThat(version(calling)).isEqualTo(newest);
        assertThat(called(calling)).as("it names the version that it calls").isEqualTo(tried);
    }

    @Test
    void noDeploymentTakesAwayHowHeldCasesBegin() throws IOException {
        int before = deployFrame("Propose solution");
        trials.keep(FRAME, version(FRAME, before), "owner", "Deployments wait for their release");

        assertThatThrownBy(() ->
                        deploy(FRAME, Files.readString(FRAME_FILE).replace("Event_CaseReopened", "Event_CaseCameBack")))
                .hasMessageContaining("begin in version " + before);
        assertThat(trials.start(request(FRAME, before, before, 50, Map.of()), "owner"))
                .isEqualTo(new Outcome.Refused("same"));
    }

    @Test
    void anOwnerStartsSeesAndEndsATrialOnThePage() throws Exception {
        int before = deploy(scratch("Old"));
        int tried = deploy(scratch("New"));
        open("").andExpect(content().string(containsString("A deployment counts at once")));

        post("/trials", "version", tried, "rest", before, "percent", 100, "until", "2099-01-01", "reason", "Why not")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Choose a share from 1 to 99 percent, or a group.")));
        post("/trials", "version", tried, "rest", before, "percent", 50, "until", "2099-01-01", "reason", " ")
                .andExpect(status().isUnprocessableEntity());
        post(
                        "/trials",
                        "version",
                        tried,
                        "rest",
                        before,
                        "percent",
                        60,
                        "until",
                        "2099-01-01",
                        "reason",
                        REASON,
                        "group.CHANNEL",
                        "EMAIL")
                .andExpect(redirectedUrl(PAGE + "/trial"));
        begunOf(3);

        open("/modeling/versions").andExpect(content().string(containsString("Version " + tried + " is on trial")));
        open(PAGE).andExpect(content().string(containsString("new cases begin here")));
        open("").andExpect(content()
                .string(allOf(
                        containsString("60 % of the new cases with Came by: e-mail"),
                        containsString("<dd>3</dd>"),
                        containsString("from=%d&amp;to=%d".formatted(tried, before)))));
        open(PAGE + "/trial?lang=zh-TW").andExpect(content().string(containsString("正在試行")));
        post("/trials/" + running(TRIED).orElseThrow().id() + "/ending", "result", "CURRENT", "reason", "It works")
                .andExpect(redirectedUrl(PAGE + "/trial"));
        open("").andExpect(content().string(containsString("and became the current one")));
        post("/current", "version", before, "reason", "For the night").andExpect(redirectedUrl(PAGE + "/trial"));
        open("").andExpect(content().string(containsString("and waits: it is not the current version")));
        assertThat(begunOf(3)).containsOnly(before);
    }

    @Test
    void whatRunsNamesTheVersionInWhichNewCasesBeginAndTheNewestThatWaits() throws Exception {
        int kept = deploy(scratch("Old"));
        post("/current", "version", kept, "reason", "For the night").andExpect(redirectedUrl(PAGE + "/trial"));
        int waiting = deploy(scratch("New"));
        String download = "/api/modeling/models/diagram/" + TRIED;

        open("/modeling")
                .andExpect(content()
                        .string(allOf(
                                containsString("version %d of %s<".formatted(kept, TRIED)),
                                containsString("new cases begin in version " + kept),
                                containsString("version %d waits".formatted(waiting)),
                                containsString(download + "?version=" + kept),
                                not(containsString("version %d of %s<".formatted(waiting, TRIED))))));
        open("/modeling?lang=zh-TW").andExpect(content().string(containsString("版本 %d 等候中".formatted(waiting))));
        open(download + "?version=" + kept).andExpect(content().string(containsString("Old")));
        open(download).andExpect(content().string(containsString("New")));

        start(waiting, kept, 50, Map.of());
        open("/modeling")
                .andExpect(content()
                        .string(allOf(
                                containsString("Version %d is on trial".formatted(waiting)),
                                not(containsString("version %d waits".formatted(waiting))))));
        end(Result.CURRENT);
        open("/modeling")
                .andExpect(content().string(not(containsString("new cases begin in version " + kept))))
                .andExpect(content().string(containsString("version %d of %s<".formatted(waiting, TRIED))));
    }

    @Test
    void nobodyElseDecidesWhereCasesBegin() throws Exception {
        for (String group : List.of(Groups.AGENTS, Groups.MANAGERS, Groups.AUDITORS)) {
            UserRequestPostProcessor other =
                    user(group.substring(0, group.length() - 1)).authorities(() -> Groups.authority(group));
            http.perform(get("/modeling/versions/learning/trial").with(other)).andExpect(status().isForbidden());
            for (String address : List.of("trials", "trials/1/ending", "current")) {
                http.perform(MockMvcRequestBuilders.post("/modeling/versions/learning/" + address)
                                .with(other)
                                .with(csrf()))
                        .andExpect(status().isForbidden());
            }
        }
    }

    /** @param address of another page than that of the trial, if not empty */
    private ResultActions open(String address) throws Exception {
        return http.perform(get(address.isEmpty() ? PAGE + "/trial" : address).with(owner()))
                .andExpect(status().isOk());
    }

    private ResultActions post(String address, Object... parameters) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(PAGE + address);
        for (int i = 0; i < parameters.length; i += 2) {
            request.param((String) parameters[i], parameters[i + 1].toString());
        }
        return http.perform(request.with(owner()).with(csrf()));
    }

    private static UserRequestPostProcessor owner() {
        return user("owner").authorities(() -> Groups.authority(Groups.OWNERS));
    }

    private void start(int version, int rest, int percent, Map<CaseProperty, String> group) {
        assertThat(trials.start(request(TRIED, version, rest, percent, group), "owner"))
                .isEqualTo(new Outcome.Done());
    }

    private TrialRequest request(String key, int version, int rest, int percent, Map<CaseProperty, String> group) {
        return new TrialRequest(
                version(key, version),
                version(key, rest),
                percent,
                group,
                clock.instant().plus(Duration.ofDays(1)),
                REASON);
    }

    private void end(Result result) {
        assertThat(trials.end(running(TRIED).orElseThrow(), result, "owner", "We have seen enough"))
                .isEqualTo(new Outcome.Done());
    }

    private Optional<Trial> running(String key) {
        return trials.of(key).stream().filter(trial -> !trial.isDecided()).findFirst();
    }

    /** In which versions the first so many cases begin. */
    private List<Integer> begunOf(int cases) {
        return IntStream.range(0, cases)
                .mapToObj(number -> begun("C-2026-%06d".formatted(200000 + number)))
                .toList();
    }

    private int begun(String reference) {
        return version(runtime.startProcessInstanceByKey(TRIED, reference));
    }

    /** Of a case that begins in that version. */
    private String reference(int version) {
        return IntStream.iterate(300000, number -> number + 1)
                .mapToObj("C-2026-%06d"::formatted)
                .filter(reference -> begun(reference) == version)
                .findFirst()
                .orElseThrow();
    }

    private int called(ProcessInstance calling) {
        return version(runtime.createProcessInstanceQuery()
                .superProcessInstanceId(calling.getId())
                .singleResult());
    }

    private ProcessInstance frame(CaseReference reference) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey(FRAME)
                .processInstanceBusinessKey(reference.value())
                .singleResult();
    }

    private List<TimelineEntry> entries(CaseReference reference) {
        return timeline.of(reference).stream()
                .filter(entry -> entry.kind() == Kind.BEGUN_ON_TRIAL)
                .toList();
    }

    private int version(ProcessInstance instance) {
        return repository
                .getProcessDefinition(instance.getProcessDefinitionId())
                .getVersion();
    }

    private DiagramVersion version(String key, int number) {
        return versions.find(key, number).orElseThrow();
    }

    private String id(int version) {
        return version(TRIED, version).id();
    }

    private int deployFrame(String proposal) throws IOException {
        return deploy(FRAME, Files.readString(FRAME_FILE).replace("Propose solution", proposal));
    }

    private int deployCaller(String diagram) {
        return ScratchModels.unchecked(() -> deploy(CALLING, diagram));
    }

    private int deploy(String diagram) {
        return ScratchModels.unchecked(() -> deploy(TRIED, diagram));
    }

    /** @return the number of its version */
    private int deploy(String key, String diagram) {
        String deployment = repository
                .createDeployment()
                .addString(key + ".bpmn", diagram)
                .deploy()
                .getId();
        deployments.add(deployment);
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .processDefinitionKey(key)
                .singleResult()
                .getVersion();
    }

    private static String scratch(String name) {
        return DEFINITIONS.formatted("""
                <message id="Message_Wanted" name="%s" />
                <message id="Message_GoOn" name="trial.go-on" />
                <process id="%s" name="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                  <startEvent id="Event_Begun" />
                  <startEvent id="Event_Wanted"><messageEventDefinition messageRef="Message_Wanted" /></startEvent>
                  <receiveTask id="Activity_Wait" messageRef="Message_GoOn" />
                  <sequenceFlow id="Flow_1" sourceRef="Event_Begun" targetRef="Activity_Wait" />
                  <sequenceFlow id="Flow_2" sourceRef="Event_Wanted" targetRef="Activity_Wait" />
                </process>""".formatted(MESSAGE, TRIED, name));
    }

    private static String caller(String binding) {
        return DEFINITIONS.formatted("""
                <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                  <startEvent id="Event_Begun" />
                  <callActivity id="Activity_Call" calledElement="%s" %s>
                    <extensionElements><camunda:in businessKey="#{execution.processBusinessKey}" /></extensionElements>
                  </callActivity>
                  <sequenceFlow id="Flow_1" sourceRef="Event_Begun" targetRef="Activity_Call" />
                </process>""".formatted(CALLING, TRIED, binding));
    }
}
