package io.careloop.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.engine.MovableClock;
import io.careloop.insight.figures.DaySeals;
import io.careloop.insight.figures.Days;
import io.careloop.insight.figures.Diagrams;
import io.careloop.insight.figures.KpiFigures;
import io.careloop.insight.figures.KpiFigures.Kpi;
import io.careloop.insight.figures.LiveFigures;
import io.careloop.insight.figures.NodeFigures;
import io.careloop.insight.figures.Period;
import io.careloop.insight.figures.ProcessFigures;
import io.careloop.insight.figures.Slice;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import io.careloop.support.ScratchModels;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;

/** Figures are those of the engine's own history and of the files of cases, whether their days are sealed or not. */
@CareloopTest
class FiguresTests {

    private static final String DEFINITION = "service-request";

    /** A category that no case of another test is of. */
    private static final String OURS = "figures";

    private static final double MILLIS_OF_A_CLAIM = 2000;

    /** A task waits until somebody has it, or else until its end. */
    private static final String HISTORY = """
            with visit as (
                select a.act_id_ as node, a.act_type_ as type, a.start_time_, a.end_time_, k.category, k.team,
                    row_number() over (partition by a.proc_inst_id_, a.act_id_ order by a.start_time_, a.sequence_counter_) as round,
                    case when k.reference = :claimed and a.act_id_ = 'Activity_AnalyseRequest'
                        and a.start_time_ < :taken::timestamp then :taken::timestamp end as taken
                from act_hi_actinst a join act_hi_procinst p on p.id_ = a.proc_inst_id_
                left join cases_case k on k.reference = p.business_key_ where a.proc_def_key_ = 'service-request'
            ), timed as (
                select *, case when type = 'userTask' then extract(epoch from coalesce(taken, end_time_) - start_time_) * 1000 end as wait,
                    case when type = 'userTask' then extract(epoch from end_time_ - taken) * 1000 end as work
                from visit where end_time_ < :until::timestamp)
            select node, count(*) as visits, count(*) filter (where round > 1) as again,
                percentile_cont(0.5) within group (order by wait) as median_wait,
                percentile_cont(0.9) within group (order by wait) as p90_wait,
                percentile_cont(0.5) within group (order by work) as median_work
            from timed where category = :category group by node""";

    @Autowired
    private CaseWalk walk;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Projection projection;

    @Autowired
    private DaySeals seals;

    @Autowired
    private Days days;

    @Autowired
    private ProcessFigures figures;

    @Autowired
    private KpiFigures kpis;

    @Autowired
    private LiveFigures live;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Diagrams diagrams;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc web;

    private CaseReference closed;
    private Timestamp taken;
    private CaseReference withdrawn;

    @BeforeEach
    void severalDaysOfWork() {
        closed = walk.triaged("figures@example.org", "My parcel is lost");
        clock.advance(Duration.ofHours(5));
        taken = Timestamp.from(clock.instant());
        jdbc.sql("update cases_case set category = ? where reference = ?")
                .params(OURS, closed.value())
                .update();
        tasks.claim(walk.task(closed, "Activity_AnalyseRequest").getId(), "agent");
        clock.advance(Duration.ofHours(3));
        walk.submit(closed, "Activity_AnalyseRequest", Map.of("problemText", "It is lost", "problemClear", "yes"));
        walk.propose(closed, "We look for it");
        clock.advance(Duration.ofDays(1));
        walk.answer(closed, false, "too slow");
        withdrawn = walk.analysed("figures.withdrawn@example.org", "My parcel is lost");
        clock.advance(Duration.ofDays(1));
        walk.withdraw(withdrawn);
        walk.closed("figures.closed@example.org", "My parcel is broken");
        clock.advance(Duration.ofMinutes(7));
        projection.catchUp();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void nodesAreAsTheEnginesHistorySaysBeforeAndAfterTheirDaysAreSealed() {
        assertEqualToHistory(OURS);

        clock.advance(Duration.ofDays(40));
        seals.catchUp();
        assertThat(jdbc.sql("select count(*) from insight_stale_day where day < ?")
                        .param(days.today())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from insight_summed_month")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertEqualToHistory(OURS);

        walk.analysed("figures.late@example.org", "My parcel is lost");
        cases.classify(closed, "agent", "figures-2", "normal", "logistics");
        projection.catchUp();
        assertEqualToHistory("figures-2");
        seals.catchUp();
        assertEqualToHistory("figures-2");
    }

    @Test
    void kpisAreTheSameAfterTheirDaysAreSealed() {
        Period period = everything();
        List<Kpi> before = kpis.of(period, Slice.ALL);

        clock.advance(Duration.ofDays(2));
        seals.catchUp();

        assertThat(kpis.of(period, Slice.ALL)).isEqualTo(before);
    }

    @Test
    void aCaseThatEndsUnfinishedIsCountedWhereItStood() {
        assertThat(figures.nodes(DEFINITION, null, everything(), Slice.ALL))
                .filteredOn(node -> node.node().equals("Activity_ProposeSolution"))
                .singleElement()
                .satisfies(node -> assertThat(node.unfinished()).isPositive());
    }

    @Test
    void twoVersionsAreComparedStepByStep() throws Exception {
        String first = deploy("Check", "Refund");
        String old =
                runtime.startProcessInstanceByKey("compared", closed.value()).getId();
        String changed = deploy("Check", "Replace");
        runtime.startProcessInstanceByKey("compared", withdrawn.value());
        projection.catchUp();
        try {
            web.perform(get("/insight/process?definition=compared&version=1&other=2&period=today")
                            .with(member("manager", "managers")))
                    .andExpect(content().string(containsString("New in version 2: Replace")))
                    .andExpect(content().string(containsString("No longer in version 2: Refund")))
                    .andExpect(
                            content().string(matchesPattern("(?s).*Refund</th>\\s*<td[^>]*>1 → <strong>–</strong>.*")))
                    .andExpect(
                            content().string(matchesPattern("(?s).*Replace</th>\\s*<td[^>]*>– → <strong>1</strong>.*")))
                    .andExpect(content().string(not(containsString("??"))));
            web.perform(get("/insight/cases/{reference}/diagrams/{instance}", closed, old)
                            .with(member("manager", "managers")))
                    .andExpect(content().string(containsString("name=\"Refund\"")))
                    .andExpect(content().string(not(containsString("Replace"))));
        } finally {
            repository.deleteDeployment(first, true);
            repository.deleteDeployment(changed, true);
        }
    }

    @Test
    void timersAndWatchersThatWaitAsTheyShouldAreNoLostTime() {
        Set<String> watches =
                diagrams.watches(DEFINITION, diagrams.versionsOf(DEFINITION).get(0));

        assertThat(watches)
                .contains("Event_ResolutionDeadline", "Event_SilenceDeadline", "Activity_WatchResolution")
                .doesNotContain("Activity_AnalyseRequest", "Event_DepartmentsDone");
        assertThat(diagrams.watches("promise", diagrams.versionsOf("promise").get(0)))
                .contains("Gateway_WaitForPromise");
        assertThat(ProcessFigures.wastes(figures.nodes(DEFINITION, null, everything(), Slice.ALL), watches, 5))
                .isNotEmpty()
                .noneMatch(waste -> watches.contains(waste.node()));
    }

    private String deploy(String first, String second) {
        BpmnModelInstance model = Bpmn.createExecutableProcess("compared")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .manualTask(first)
                .name(first)
                .manualTask(second)
                .name(second)
                .endEvent()
                .done();
        return ScratchModels.unchecked(() -> repository
                .createDeployment()
                .addModelInstance("compared.bpmn", model)
                .deploy()
                .getId());
    }

    @Test
    void restrictedCasesBehindAFigureAreForManagersAlone() throws Exception {
        jdbc.sql("update insight_case set restricted_to = 'legal' where reference = ?")
                .param(withdrawn.value())
                .update();
        String address = "/insight/behind?definition=service-request&node=Activity_ProposeSolution&which=unfinished"
                + "&from=" + everything().from() + "&to=" + everything().to();

        web.perform(get(address).with(member("manager", "managers")))
                .andExpect(content().string(containsString(withdrawn.value())));
        web.perform(get(address).with(member("auditor", "auditors")))
                .andExpect(content().string(not(containsString(withdrawn.value()))));
    }

    @Test
    void aChannelThatIsNotThereHasNoFigures() throws Exception {
        web.perform(get("/api/insight/process?definition=service-request&channel=PIGEON")
                        .with(member("manager", "managers")))
                .andExpect(jsonPath("$.length()").value(0));
    }

    @Test
    void tasksByTheHourAreThoseOfTheHistoryAndOfTheChosenCases() {
        assertEqualToHours();

        seals.catchUp();

        assertEqualToHours();
        assertThat(live.hours(everything(), new Slice("nothing", null, null))).isEmpty();
        assertThat(live.loads(new Slice("nothing", null, null))).isEmpty();
    }

    private void assertEqualToHours() {
        Map<Integer, Long> history = new HashMap<>();
        jdbc.sql("""
                        select a.end_time_ from act_hi_actinst a join act_hi_procinst p on p.id_ = a.proc_inst_id_
                        join cases_case k on k.reference = p.business_key_
                        where act_type_ = 'userTask' and a.act_inst_state_ <> 2 and a.end_time_ < :until::timestamp
                            and category = :category""")
                .param("until", until())
                .param("category", OURS)
                .query(Timestamp.class)
                .list()
                .forEach(
                        end -> history.merge(end.toInstant().atZone(days.zone()).getHour(), 1L, Long::sum));

        assertThat(live.hours(everything(), new Slice(OURS, null, null)).stream()
                        .collect(Collectors.toMap(LiveFigures.Hour::hour, LiveFigures.Hour::completed)))
                .isNotEmpty()
                .isEqualTo(history);
    }

    private void assertEqualToHistory(String category) {
        Map<String, NodeFigures> found =
                figures.nodes(DEFINITION, null, everything(), new Slice(category, null, null)).stream()
                        .collect(Collectors.toMap(NodeFigures::node, Function.identity()));
        List<Map<String, Object>> history = jdbc.sql(HISTORY)
                .param("category", category)
                .param("claimed", closed.value())
                .param("taken", taken)
                .param("until", until())
                .query()
                .listOfRows();

        assertThat(history).isNotEmpty();
        assertThat(found).hasSameSizeAs(history);
        history.forEach(row -> {
            NodeFigures node = found.get((String) row.get("node"));
            assertThat(node.visits()).as("visits of %s", node.node()).isEqualTo(row.get("visits"));
            assertThat(node.again()).as("rounds of %s", node.node()).isEqualTo(row.get("again"));
            if (row.get("median_wait") != null) {
                assertClose(node.medianWait(), row.get("median_wait"));
                assertClose(node.p90Wait(), row.get("p90_wait"));
                assertClose(node.medianWork(), row.get("median_work"));
            }
        });
    }

    private static void assertClose(Double found, Object expected) {
        if (expected == null) {
            assertThat(found).isNull();
        } else {
            assertThat(found).isCloseTo((Double) expected, within(MILLIS_OF_A_CLAIM));
        }
    }

    /** The end of {@link #everything()}: cases of other tests live later still. */
    private Timestamp until() {
        return Timestamp.from(days.start(days.today().plusDays(1)));
    }

    private Period everything() {
        LocalDate today = days.today();
        return new Period(today.minusDays(1500), today);
    }

    private static UserRequestPostProcessor member(String user, String group) {
        return user(user).authorities(new SimpleGrantedAuthority("GROUP_" + group));
    }
}
