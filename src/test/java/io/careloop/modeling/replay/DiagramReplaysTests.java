package io.careloop.modeling.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.cases.CaseReference;
import io.careloop.collaboration.Departments;
import io.careloop.collaboration.Question;
import io.careloop.engine.DeploymentCheck;
import io.careloop.engine.ModelFile;
import io.careloop.engine.MovableClock;
import io.careloop.identity.Groups;
import io.careloop.insight.InsightTables;
import io.careloop.modeling.replay.Replay.Row;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;

/** Cases of days that no other test lives in, and what becomes of them in changed diagrams: worked out by hand. */
@CareloopTest
class DiagramReplaysTests {

    private static final Path SERVICE_REQUEST = Path.of("processes/resolution/service-request.bpmn");
    private static final Path COLLABORATION = Path.of("processes/collaboration/cross-department-collaboration.bpmn");
    private static final Instant MONDAY_1130 = Instant.parse("2029-08-06T03:30:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    private Replays replays;

    @Autowired
    @Qualifier("stuckCasesCheck")
    private DeploymentCheck check;

    @Autowired
    private MockMvc http;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Departments departments;

    @Autowired
    private FormService forms;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ApplicationContext application;

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void pastCasesAreStuckTakeAnotherPathOrLoseAMessageInAChangedDiagram() throws Exception {
        at(MONDAY_1130, () -> walk.closed("sandbox.parcel@example.org", "My parcel is lost"));
        CaseReference invoice =
                at(MONDAY_1130, () -> walk.closed("sandbox.invoice@example.org", "The invoice is wrong"));
        CaseReference login = at(MONDAY_1130, () -> walk.closed("sandbox.login@example.org", "The login is refused"));
        CaseReference withdrawn = at(MONDAY_1130, () -> {
            CaseReference reference = walk.triaged("sandbox.withdrawn@example.org", "My parcel is late");
            walk.withdraw(reference);
            return reference;
        });
        at(MONDAY_1130, () -> asked("sandbox.asked@example.org"));
        at(MONDAY_1130, () -> walk.triaged("sandbox.open@example.org", "My parcel is somewhere"));
        InsightTables.catchUp(application);

        Replay same = tried(Files.readString(SERVICE_REQUEST));
        assertThat(same.counts()).containsEntry(Outcome.SAME, 5L);
        assertThat(same.done()).isEqualTo(same.total()).isEqualTo(5);

        Replay changed = tried(Files.readString(SERVICE_REQUEST)
                // the customer of a case about money is asked whether it is understood, which none of the past was
                .replace("${problemClear}", "${problemClear and category != 'billing'}")
                // a person triages what is technical: nothing was entered then, and nothing has to be
                .replace("empty priority or empty team}", "empty priority or empty team or category == 'technical'}")
                // who withdraws is not told any longer
                .replace(
                        "sourceRef=\"Activity_RecordWithdrawal\" targetRef=\"Activity_ConfirmWithdrawal\"",
                        "sourceRef=\"Activity_RecordWithdrawal\" targetRef=\"Event_RequestWithdrawn\""));
        assertThat(changed.counts())
                .containsEntry(Outcome.SAME, 2L)
                .containsEntry(Outcome.FAILED, 1L)
                .containsEntry(Outcome.CHANGED, 1L)
                .containsEntry(Outcome.LOST, 1L);
        assertThat(rows(changed))
                .extracting(Row::reference, Row::outcome, Row::what)
                .containsExactlyInAnyOrder(
                        tuple(invoice.value(), Outcome.FAILED, "Understood rightly?"),
                        tuple(login.value(), Outcome.CHANGED, "Decided by rules?"),
                        tuple(withdrawn.value(), Outcome.LOST, "case-withdrawn"));
        assertThat(changed.stuckPercent()).isEqualTo(20.0);

        anOwnerReadsItAndGivesAReason(invoice);
    }

    @Test
    void departmentsThatWereAskedTogetherAreAskedTogetherAgain() throws Exception {
        Instant day = MONDAY_1130.plus(Duration.ofDays(1));
        CaseReference several =
                at(day, () -> answered("sandbox.several@example.org", "technology", "logistics", "billing"));
        CaseReference one = at(day, () -> answered("sandbox.one@example.org", "technology"));
        InsightTables.catchUp(application);

        String diagram = Files.readString(COLLABORATION);
        assertThat(tried(COLLABORATION, diagram, day).counts()).containsEntry(Outcome.SAME, 2L);

        // several departments need no coordinator any longer; one does, of whom nobody had to say whether they are
        // there
        Replay changed =
                tried(COLLABORATION, diagram.replace("${severalDepartments}", "${not severalDepartments}"), day);
        assertThat(rows(changed))
                .extracting(Row::reference, Row::outcome, Row::what)
                .containsExactlyInAnyOrder(
                        tuple(several.value(), Outcome.CHANGED, "Several departments?"),
                        tuple(one.value(), Outcome.FAILED, "Coordinated already?"));
    }

    private void anOwnerReadsItAndGivesAReason(CaseReference stuck) throws Exception {
        String diagram = Files.readString(SERVICE_REQUEST)
                .replace(
                        "${problemClear}",
                        "${problemClear and category != 'billing' and 'a' != '%s'}".formatted(stuck.value()));
        MockMultipartFile file = new MockMultipartFile("file", "service-request.bpmn", null, bytes(diagram));
        String address = http.perform(multipart("/modeling/replay/diagrams")
                        .file(file)
                        .param("from", "2029-08-06")
                        .param("to", "2029-08-06")
                        .with(owner())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        String id = address.substring(address.lastIndexOf('/') + 1);
        ended(Long.parseLong(id));

        http.perform(get(address).with(owner()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("1 stuck")))
                .andExpect(content().string(containsString("Stuck at: Understood rightly?")))
                .andExpect(content().string(containsString(stuck.value())))
                .andExpect(content().string(containsString("Deployment needs a reason")));
        http.perform(get(address + "?outcome=failed&lang=zh-CN").with(owner()))
                .andExpect(content().string(containsString("1 件卡住")));
        http.perform(get("/api/modeling/replays/" + id + "/cases.csv").with(httpBasic("owner", "owner")))
                .andExpect(content().string(containsString("\"failed\",\"" + stuck.value() + "\"")));
        http.perform(get("/api/modeling/replays/" + id).with(httpBasic("owner", "owner")))
                .andExpect(jsonPath("$.needsReason").value(true))
                .andExpect(jsonPath("$.counts.FAILED").value(1));

        // by whatever road it comes
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addInputStream("service-request.bpmn", new ByteArrayInputStream(bytes(diagram)))
                        .deploy())
                .hasMessageContaining("1 of 5 get stuck")
                .hasMessageContaining(address);

        http.perform(post(address + "/reason")
                        .param("reason", " ")
                        .with(owner())
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        http.perform(post(address + "/reason")
                        .param("reason", "Money is asked about by hand")
                        .with(owner())
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        http.perform(get(address).with(owner()))
                .andExpect(content().string(containsString("Money is asked about by hand")));
        assertThat(check.check(List.of(new ModelFile("service-request.bpmn", bytes(diagram)))))
                .isEmpty();
        http.perform(multipart("/modeling/replay/diagrams")
                        .file(file)
                        .param("from", "2029-08-06")
                        .param("to", "2029-08-06")
                        .with(user("agent").authorities(() -> Groups.authority(Groups.AGENTS)))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    private static UserRequestPostProcessor owner() {
        return user("owner").authorities(() -> Groups.authority(Groups.OWNERS));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private interface Walk {
        CaseReference go();
    }

    private CaseReference at(Instant start, Walk way) {
        clock.moveTo(start);
        return way.go();
    }

    /** The problem is not clear, and the customer says that it is understood; then the case goes on to its end. */
    private CaseReference asked(String contact) {
        CaseReference reference = walk.triaged(contact, "My parcel came open");
        walk.submit(
                reference,
                "Activity_AnalyseRequest",
                Map.of("problemText", "The parcel is open", "problemClear", "no"));
        walk.answer(reference, true, null);
        walk.propose(reference, "We send a new one by courier");
        walk.answer(reference, false, "Not so");
        walk.propose(reference, "We send two new ones by courier");
        walk.answer(reference, true, null);
        walk.implement(reference);
        walk.answer(reference, true, null);
        walk.call(reference, Map.of("outcomeText", "solved", "noteText", "all fine", "wordText", "convenient"));
        return reference;
    }

    /** Each department answers its question. */
    private CaseReference answered(String contact, String... groups) {
        CaseReference reference = walk.triaged(contact, "My parcel has not arrived");
        departments.ask(
                reference,
                Stream.of(groups)
                        .map(group -> new Question(group, "What does " + group + " say?"))
                        .toList(),
                false,
                "agent");
        walk.tasks(reference).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("Activity_AnswerQuestion"))
                .forEach(task -> forms.submitTaskForm(
                        task.getId(), Map.of("replyText", "answered", "wordsText", "It lies in Wuhan")));
        walk.runJobs(reference);
        return reference;
    }

    private Replay tried(String diagram) throws Exception {
        return tried(SERVICE_REQUEST, diagram, MONDAY_1130);
    }

    private Replay tried(Path path, String diagram, Instant begun) throws Exception {
        ModelFile file = new ModelFile(path.getFileName().toString(), bytes(diagram));
        long id = replays.tryDiagram(file, begun.minus(HOUR), begun.plus(HOUR), "owner")
                .id();
        return ended(id);
    }

    private Replay ended(long id) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> replays.find(id).orElseThrow(), replay -> !replay.isGoingOn());
    }

    private List<Row> rows(Replay replay) {
        return replays.rowsOf(replay.id(), null, 0, 100);
    }
}
