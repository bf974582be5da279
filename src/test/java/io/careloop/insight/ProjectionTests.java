package io.careloop.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.careloop.cases.CaseReference;
import io.careloop.engine.MovableClock;
import io.careloop.insight.figures.Days;
import io.careloop.insight.figures.JourneyFigures;
import io.careloop.insight.figures.KpiFigures;
import io.careloop.insight.figures.LiveFigures;
import io.careloop.insight.figures.Period;
import io.careloop.insight.figures.ProcessFigures;
import io.careloop.insight.figures.QueueFigures;
import io.careloop.insight.figures.Slice;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What pages read follows from the log alone, and says what the engine's own history says. */
@CareloopTest
class ProjectionTests {

    private static final List<String> TABLES = List.of(
            "insight_case",
            "insight_instance",
            "insight_visit",
            "insight_decision",
            "insight_incident",
            "insight_words");

    @Autowired
    private CaseWalk walk;

    @Autowired
    private Projection projection;

    @Autowired
    private FactStore facts;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private KpiFigures kpis;

    @Autowired
    private ProcessFigures nodes;

    @Autowired
    private JourneyFigures journey;

    @Autowired
    private LiveFigures live;

    @Autowired
    private QueueFigures queues;

    @Autowired
    private Days days;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MovableClock clock;

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void eachVisitOfANodeIsWhatTheEngineSaysOfIt() {
        CaseReference reference = walk.closed("visits@example.org", "My parcel is lost");
        projection.catchUp();

        assertThat(rows("""
                        select act_id_ as node, a.start_time_ as entered, a.end_time_ as left, act_inst_state_ = 2 as cancelled,
                            assignee_ as assignee
                        from act_hi_actinst a join act_hi_procinst i on i.id_ = a.proc_inst_id_ where business_key_ = ?
                        order by 1, 2, 3""", reference)).isNotEmpty().isEqualTo(rows("""
                        select node, entered_at at time zone current_setting('timezone') as entered,
                            left_at at time zone current_setting('timezone') as left, cancelled, assignee
                        from insight_visit where reference = ? order by 1, 2, 3""", reference));
    }

    @Test
    void aCaseInOneLineSaysHowItWent() {
        CaseReference reference = walk.closed("line@example.org", "My parcel is lost");
        projection.catchUp();

        assertThat(rows("select * from insight_case where reference = ?", reference))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsEntry("status", "CLOSED")
                        .containsEntry("stage", "FEEDBACK")
                        .containsEntry("word", "convenient")
                        .containsEntry("stands_at", null)
                        .containsEntry("acknowledged", true)
                        .containsEntry("answered", true)
                        .containsEntry("followed_up", true)
                        .containsEntry("first_response_late", false));
    }

    @Test
    void anUnfinishedEndIsMarkedWhereTheCaseStood() {
        CaseReference reference = walk.analysed("unfinished@example.org", "My parcel is lost");
        walk.withdraw(reference);
        projection.catchUp();

        assertThat(rows(
                        "select node from insight_visit where reference = ? and unfinished and type = 'userTask'",
                        reference))
                .containsExactly(Map.of("node", "Activity_ProposeSolution"));
    }

    @Test
    void tablesThatWereLostAreMadeAnewWithTheSameContents() {
        CaseReference closed = walk.closed("rebuilt@example.org", "My parcel is lost");
        CaseReference running = walk.proposed("rebuilding@example.org", "My parcel is broken");
        projection.catchUp();
        Map<String, List<Map<String, Object>>> before = contents(closed, running);
        Map<String, Object> figures = figures();

        projection.rebuild();
        assertThat(rows("select * from insight_case where reference = ?", closed))
                .isEmpty();
        walk.answer(running, false, "too late");
        projection.catchUp();
        walk.propose(running, "We bring it today");
        projection.rebuild();
        projection.catchUp();

        assertThat(contents(closed)).isEqualTo(only(before, closed));
        assertThat(contents(running)).isNotEqualTo(only(before, running));
        assertThat(figures()).isEqualTo(figures);
    }

    /** All that is added up of cases that do not change any more. */
    private Map<String, Object> figures() {
        VariedCases varied = VariedCases.in(application);
        Period period = new Period(days.today().minusDays(60), days.today());
        Slice slice = new Slice(varied.category, null, null);
        return Map.of(
                "kpis", kpis.of(period, slice),
                "nodes", nodes.nodes("service-request", null, period, slice),
                "journey", journey.of(period, slice),
                "hours", live.hours(period, slice),
                "queues", queues.of(period, slice));
    }

    @Test
    void toldStepByStepOrAtOnceItIsTheSameStory() {
        CaseReference reference = walk.analysed("steps@example.org", "My parcel is lost");
        projection.catchUp();
        walk.propose(reference, "We send another one");
        projection.catchUp();
        walk.answer(reference, false, "too late");
        projection.catchUp();
        Map<String, List<Map<String, Object>>> stepByStep = contents(reference);

        projection.rebuild();
        projection.catchUp();

        assertThat(contents(reference)).isEqualTo(stepByStep);
    }

    @Test
    void whatIsRolledBackLeavesNoFact() {
        CaseReference reference = walk.analysed("rollback@example.org", "My parcel is lost");
        int before = facts.of(reference.value()).size();

        transaction.executeWithoutResult(status -> {
            walk.propose(reference, "We send another one");
            status.setRollbackOnly();
        });

        assertThat(facts.of(reference.value())).hasSize(before);
    }

    @Test
    void factsAreOnlyAdded() {
        walk.registered("added@example.org", "My parcel is lost");

        assertThatThrownBy(() -> jdbc.sql("delete from insight_fact").update())
                .hasMessageContaining("facts are only added");
        assertThatThrownBy(
                        () -> jdbc.sql("update insight_fact set subject = 'x'").update())
                .hasMessageContaining("facts are only added");
    }

    @Test
    void wordsOfPeopleAreNotInTheLog() {
        CaseReference reference = walk.registered("silent@example.org", "Nobody else says xylophone");
        walk.runJob(reference, "Activity_ReadRequest");

        assertThat(rows("select facts::text as facts from insight_fact where subject = ?", reference))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("facts").toString())
                        .doesNotContain("xylophone", "silent@example.org", "Lin Customer"));
    }

    private Map<String, List<Map<String, Object>>> contents(CaseReference... references) {
        return TABLES.stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> Arrays.stream(references)
                                .flatMap(reference -> rows(
                                        "select * from %s t where reference = ? order by t::text".formatted(table),
                                        reference)
                                        .stream())
                                .map(ProjectionTests::comparable)
                                .toList()));
    }

    private static Map<String, List<Map<String, Object>>> only(
            Map<String, List<Map<String, Object>>> contents, CaseReference reference) {
        return contents.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        table -> table.getValue().stream()
                                .filter(row -> reference.value().equals(row.get("reference")))
                                .toList()));
    }

    /** Arrays and JSON of the driver are equal only as text. */
    private static Map<String, Object> comparable(Map<String, Object> row) {
        Map<String, Object> comparable = new HashMap<>(row);
        comparable.replaceAll((column, value) -> value == null ? null : value.toString());
        return comparable;
    }

    private List<Map<String, Object>> rows(String sql, CaseReference reference) {
        return jdbc.sql(sql).param(reference.value()).query().listOfRows();
    }
}
