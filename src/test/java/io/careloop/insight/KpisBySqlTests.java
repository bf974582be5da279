package io.careloop.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.careloop.engine.MovableClock;
import io.careloop.insight.figures.Days;
import io.careloop.insight.figures.KpiDefinition;
import io.careloop.insight.figures.KpiDefinitions;
import io.careloop.insight.figures.KpiFigures;
import io.careloop.insight.figures.KpiFigures.Kpi;
import io.careloop.insight.figures.LiveFigures;
import io.careloop.insight.figures.LiveFigures.DepartmentFigures;
import io.careloop.insight.figures.LiveFigures.Now;
import io.careloop.insight.figures.Period;
import io.careloop.insight.figures.QueueFigures;
import io.careloop.insight.figures.QueueFigures.Queue;
import io.careloop.insight.figures.Slice;
import io.careloop.support.CareloopTest;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What managers ask is answered from the tables of the cases and the engine's history as the console answers it. */
@CareloopTest
class KpisBySqlTests {

    private static final String ENTRY =
            "exists (select from cases_entry e where e.reference = k.reference and e.kind = '%s')";

    private static final String VISITED = """
            exists (select from act_hi_procinst p join act_hi_actinst a on a.proc_inst_id_ = p.id_
                where p.business_key_ = k.reference and a.act_id_ in (%s) and a.act_inst_state_ = 4 and a.end_time_ is not null)""";

    private static final String OF_CLOCK = """
            from cases_case k join deadline_clock d using (reference)
            where k.category = :category and d.clock = '%s' and d.stopped_at is not null and k.%s is not null""";

    private static final String OF_CLOSED =
            "from cases_case k where k.category = :category and k.closed_at is not null";

    private static final String LAST_WORD = """
            from cases_case k join lateral (select word, score from followup_feedback f where f.reference = k.reference
                order by f.id desc limit 1) said on true where k.category = :category and k.closed_at is not null""";

    private static final Map<String, String> BY_SQL = Map.ofEntries(
            Map.entry("first-response", median(OF_CLOCK.formatted("firstResponse", "first_response_at"))),
            Map.entry("resolution", median(OF_CLOCK.formatted("resolution", "closed_at"))),
            Map.entry(
                    "first-response-in-time",
                    share("d.stopped_at <= d.due_at", OF_CLOCK.formatted("firstResponse", "first_response_at"))),
            Map.entry(
                    "resolution-in-time",
                    share("d.stopped_at <= d.due_at", OF_CLOCK.formatted("resolution", "closed_at"))),
            Map.entry(
                    "first-contact",
                    share(
                            "not %s and not %s and not exists (%s)"
                                    .formatted(ENTRY.formatted("HANDED_OVER"), ENTRY.formatted("REOPENED"), """
                    select from cases_case later where later.contact_id = k.contact_id and later.category = k.category
                        and later.reference > k.reference and later.registered_at >= k.closed_at
                        and later.registered_at <= k.closed_at + interval '14 days'"""),
                            OF_CLOSED + " and k.status = 'CLOSED'")),
            Map.entry("reopened", share(ENTRY.formatted("REOPENED"), OF_CLOSED)),
            Map.entry("transferred", share(ENTRY.formatted("HANDED_OVER"), OF_CLOSED)),
            Map.entry(
                    "escalated",
                    share("exists (select from escalation_case s where s.reference = k.reference)", OF_CLOSED)),
            Map.entry(
                    "recovered",
                    share("exists (select from recovery_case r where r.reference = k.reference)", OF_CLOSED)),
            Map.entry("promises", """
                    select count(distinct k.reference) as n, avg((p.broken_at is null)::int)::float8 as value
                    from cases_case k join deadline_promise p using (reference) where k.category = :category
                        and k.closed_at is not null and (p.kept_at is not null or p.broken_at is not null)"""),
            Map.entry(
                    "score",
                    "select count(*) as n, avg(score)::float8 as value " + LAST_WORD + " and score is not null"),
            Map.entry(
                    "loop-closed",
                    share(
                            "%s and %s and (%s or exists (select from followup_feedback f where f.reference = k.reference)) and k.cause_code is not null"
                                    .formatted(
                                            VISITED.formatted("'Activity_AcknowledgeRequest'"),
                                            VISITED.formatted(
                                                    "'Activity_ProposeSolution', 'Activity_ImplementSolution'"),
                                            VISITED.formatted("'Activity_RecordCall'")),
                            OF_CLOSED + " and k.status = 'CLOSED'")),
            Map.entry("word-convenient", share("word = 'convenient'", LAST_WORD)),
            Map.entry("word-caring", share("word = 'caring'", LAST_WORD)),
            Map.entry("word-tedious", share("word = 'tedious'", LAST_WORD)),
            Map.entry("word-disappointed", share("word = 'disappointed'", LAST_WORD)));

    @Autowired
    ApplicationContext application;

    @Autowired
    KpiFigures kpis;

    @Autowired
    KpiDefinitions definitions;

    @Autowired
    LiveFigures live;

    @Autowired
    QueueFigures queues;

    @Autowired
    TaskService tasks;

    @Autowired
    Days days;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private VariedCases varied;
    private Slice slice;

    @BeforeEach
    void cases() {
        varied = VariedCases.in(application);
        slice = new Slice(varied.category, null, null);
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void eachKpiIsWhatTheTablesOfTheCasesSay() {
        Map<String, Kpi> found = kpis.of(everything(), slice).stream()
                .collect(Collectors.toMap(kpi -> kpi.definition().id(), Function.identity()));

        assertThat(definitions.all())
                .extracting(KpiDefinition::id)
                .containsExactlyInAnyOrderElementsOf(BY_SQL.keySet());
        BY_SQL.forEach((id, sql) -> {
            Answer expected = jdbc.sql(sql)
                    .param("category", varied.category)
                    .query(Answer.class)
                    .single();
            assertThat(expected.n()).as("cases of %s", id).isPositive();
            assertThat(found.get(id).now().n()).as("n of %s", id).isEqualTo(expected.n());
            assertThat(found.get(id).now().main()).as("value of %s", id).isCloseTo(expected.value(), within(1e-9));
        });
    }

    /** A share that is nothing or all would say nothing; each case that its process closes has its loop closed. */
    @Test
    void theCasesDifferInWhatIsAsked() {
        assertThat(kpis.of(everything(), slice))
                .filteredOn(kpi ->
                        kpi.definition().isShare() && !kpi.definition().id().equals("loop-closed"))
                .allSatisfy(kpi ->
                        assertThat(kpi.now().main()).as(kpi.definition().id()).isBetween(0.05, 0.95));
    }

    @Test
    void theBacklogIsThatOfTheCasesAndTheirClocks() {
        Now now = live.now(slice);

        assertThat(Map.of("open", now.open(), "late", now.late(), "median", now.medianAge(), "oldest", now.oldestAge()))
                .isEqualTo(jdbc.sql("""
                        with open as (
                            select extract(epoch from :now - registered_at) as age, exists (
                                select from deadline_clock d where d.reference = k.reference and d.stopped_at is null
                                    and d.due_at < :now and d.clock !~ '^(stage|silence)') as late
                            from cases_case k where category = :category and closed_at is null)
                        select count(*) as open, count(*) filter (where late) as late, max(age)::bigint as oldest,
                            percentile_cont(0.5) within group (order by age::float8)::bigint as median from open""")
                        .param("now", Timestamp.from(clock.instant()))
                        .param("category", varied.category)
                        .query()
                        .singleRow());
        assertThat(now.late()).isPositive();
    }

    @Test
    void openTasksOfAGroupAreThoseThatTheEngineHas() {
        List<String> references = jdbc.sql("select reference from cases_case where category = ?")
                .param(varied.category)
                .query(String.class)
                .list();

        assertThat(live.loads(slice))
                .isNotEmpty()
                .allSatisfy(load -> assertThat(tasks.createTaskQuery()
                                .taskCandidateGroup(load.team())
                                .includeAssignedTasks()
                                .processInstanceBusinessKeyIn(references.toArray(String[]::new))
                                .count())
                        .as(load.team())
                        .isEqualTo(load.open()));
    }

    @Test
    void tasksByGroupAndHourAreThoseOfTheEnginesHistory() {
        Map<Integer, Long> history = new HashMap<>();
        jdbc.sql("""
                        select a.start_time_ from act_hi_actinst a join act_hi_procinst p on p.id_ = a.proc_inst_id_
                        join cases_case k on k.reference = p.business_key_
                        where act_type_ = 'userTask' and a.act_inst_state_ <> 2 and a.end_time_ is not null
                            and category = :category""")
                .param("category", varied.category)
                .query(Timestamp.class)
                .list()
                .forEach(start ->
                        history.merge(start.toInstant().atZone(days.zone()).getHour(), 1L, Long::sum));

        Map<Integer, Long> found = new HashMap<>();
        queues.of(everything(), slice)
                .hours()
                .forEach((hour, groups) -> found.put(
                        hour, groups.values().stream().mapToLong(Queue::tasks).sum()));

        assertThat(found).isNotEmpty().isEqualTo(history);
        assertThat(queues.of(everything(), slice).groups()).contains("technology", "agents");
    }

    @Test
    void departmentsHeldWhatTheyWereAskedInTheEnginesHistory() {
        Map<String, Object> history =
                jdbc.sql("""
                        select v.text_ as department, count(*) as held, (
                            select count(*) from cases_entry e join cases_case c using (reference)
                            where c.category = :category and e.kind = 'DEPARTMENT_HANDED_BACK') as handed_back
                        from act_hi_actinst a join act_hi_procinst p on p.id_ = a.proc_inst_id_
                        join cases_case k on k.reference = p.business_key_
                        join act_hi_varinst v on v.proc_inst_id_ = a.proc_inst_id_ and v.name_ = 'team'
                        where a.act_id_ = 'Activity_AnswerQuestion' and a.end_time_ is not null and k.category = :category
                        group by 1""").param("category", varied.category).query().singleRow();

        assertThat(live.departments(everything(), slice))
                .extracting(DepartmentFigures::department, DepartmentFigures::held, DepartmentFigures::handedBack)
                .containsExactly(tuple(history.get("department"), history.get("held"), history.get("handed_back")));
    }

    private Period everything() {
        return new Period(days.today().minusDays(90), days.today());
    }

    private static String share(String condition, String of) {
        return "select count(*) as n, avg((" + condition + ")::int)::float8 as value " + of;
    }

    private static String median(String of) {
        return "select count(*) as n, percentile_cont(0.5) within group (order by counted_seconds) as value " + of;
    }

    private record Answer(long n, Double value) {}
}
