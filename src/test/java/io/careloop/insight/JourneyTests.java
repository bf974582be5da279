package io.careloop.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.engine.MovableClock;
import io.careloop.insight.figures.DaySeals;
import io.careloop.insight.figures.Days;
import io.careloop.insight.figures.JourneyFigures;
import io.careloop.insight.figures.JourneyFigures.Stop;
import io.careloop.insight.figures.Period;
import io.careloop.insight.figures.Slice;
import io.careloop.support.CareloopTest;
import io.careloop.support.CaseWalk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;

/** The touchpoint map says what the engine's own history says; it and the report of a month are for managers and auditors. */
@CareloopTest
class JourneyTests {

    private static final double MILLIS_OF_ROUNDING = 5;

    /** Each touchpoint anew from the engine's history: the wait is since the latest end of one that began before. */
    private static final String HISTORY = """
            with touch as (
                select k.reference, n.touchpoint, a.start_time_ as came, coalesce(a.end_time_, a.start_time_) as gone
                from cases_case k join act_hi_procinst p on p.business_key_ = k.reference
                join act_hi_actinst a on a.proc_inst_id_ = p.id_
                join (values ('Event_RequestReceived', 'contact'), ('Activity_AcknowledgeRequest', 'acknowledgement'),
                    ('Activity_GetConsent', 'consent'), ('Event_SolutionInPlace', 'implementation'),
                    ('Activity_ConfirmEffect', 'effect'), ('Activity_RecordCall', 'call'), ('Event_FollowUpDone', 'word'))
                    as n (node, touchpoint) on n.node = a.act_id_
                where k.category = :category and k.closed_at is not null
            ), waited as (
                select reference, touchpoint, greatest(0, extract(epoch from came - (
                    select max(b.gone) from touch b where b.reference = t.reference and b.came < t.came)) * 1000) as wait
                from touch t where touchpoint <> 'contact'
            )
            select touchpoint, count(distinct reference) as cases, count(*) as visits,
                (select percentile_cont(0.5) within group (order by wait) from waited w where w.touchpoint = touch.touchpoint)
                    as median, (select percentile_cont(0.9) within group (order by wait) from waited w
                        where w.touchpoint = touch.touchpoint) as p90
            from touch group by 1""";

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
    private JourneyFigures figures;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc web;

    private String category;
    private CaseReference happy;
    private CaseReference refused;

    @BeforeEach
    void threeJourneys() {
        category = "journey-" + System.nanoTime();
        happy = walk.closed("journey@example.org", "My parcel is lost");
        clock.advance(Duration.ofHours(3));
        refused = walk.proposed("journey.refused@example.org", "My parcel is lost");
        clock.advance(Duration.ofHours(5));
        walk.answer(refused, false, "too slow");
        clock.advance(Duration.ofHours(2));
        walk.propose(refused, "We bring it today");
        clock.advance(Duration.ofMinutes(20));
        walk.withdraw(refused);
        for (CaseReference reference : List.of(happy, refused)) {
            cases.classify(reference, "agent", category, "normal", "logistics");
        }
        clock.advance(Duration.ofMinutes(7));
        projection.catchUp();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void touchpointsAreAsTheEnginesHistorySaysBeforeAndAfterTheirDaysAreSealed() {
        assertEqualToHistory();

        clock.advance(Duration.ofDays(40));
        seals.catchUp();

        assertEqualToHistory();
    }

    @Test
    void whatIsWrongCountsWhereTheCustomerWasLast() {
        Map<String, Stop> stops = stops();
        Stop consent = stops.get("consent");

        assertThat(consent.cases()).isEqualTo(2);
        assertThat(consent.visits()).isEqualTo(3);
        assertThat(consent.troubled()).isEqualTo(1);
        assertThat(consent.signals()).containsEntry("went-back", 1L).containsEntry("withdrew", 1L);
        assertThat(stops.get("contact").channels()).isEqualTo(Map.of("API", 2L));
        assertThat(stops.get("word").worstWord()).isEqualTo("convenient");
        assertThat(stops.get("contact").withWord()).isEqualTo(1);
        assertThat(stops.get("escalation").cases()).isZero();
    }

    @Test
    void aFigureOpensItsCasesAndRestrictedOnesAreForManagersAlone() throws Exception {
        String address = "/insight/journey/cases?touchpoint=consent&signal=went-back&category=" + category + "&from="
                + everything().from() + "&to=" + everything().to();
        web.perform(get(address).with(member("auditor")))
                .andExpect(content().string(containsString(refused.value())))
                .andExpect(content().string(not(containsString(happy.value()))));
        jdbc.sql("update insight_case set restricted_to = 'legal' where reference = ?")
                .param(refused.value())
                .update();

        web.perform(get(address).with(member("manager"))).andExpect(content().string(containsString(refused.value())));
        web.perform(get(address).with(member("auditor")))
                .andExpect(content().string(not(containsString(refused.value()))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/insight/month?month=soon",
                "/insight/month?month=2999-01",
                "/insight/month?month=1999-01",
                "/insight/journey?from=soon",
                "/insight/journey/cases",
                "/insight/journey/cases?touchpoint=moon"
            })
    void whatCannotBeAskedIsRefused(String address) throws Exception {
        web.perform(get(address).with(member("manager"))).andExpect(status().is4xxClientError());
    }

    private void assertEqualToHistory() {
        Map<String, Stop> found = stops();
        List<Map<String, Object>> history =
                jdbc.sql(HISTORY).param("category", category).query().listOfRows();

        assertThat(history).hasSize(7);
        history.forEach(row -> {
            Stop stop = found.get((String) row.get("touchpoint"));
            assertThat(stop.cases()).as("cases at %s", stop.touchpoint().id()).isEqualTo(row.get("cases"));
            assertThat(stop.visits()).as("visits of %s", stop.touchpoint().id()).isEqualTo(row.get("visits"));
            if (row.get("median") != null) {
                assertThat(stop.medianWait()).isCloseTo((Double) row.get("median"), within(MILLIS_OF_ROUNDING));
                assertThat(stop.p90Wait()).isCloseTo((Double) row.get("p90"), within(MILLIS_OF_ROUNDING));
            }
        });
    }

    private Map<String, Stop> stops() {
        return figures.of(everything(), new Slice(category, null, null)).stream()
                .collect(Collectors.toMap(stop -> stop.touchpoint().id(), Function.identity()));
    }

    private Period everything() {
        return new Period(days.today().minusDays(1500), days.today().plusDays(1));
    }

    private static UserRequestPostProcessor member(String user) {
        return user(user).authorities(new SimpleGrantedAuthority("GROUP_" + user + "s"));
    }
}
