package io.careloop.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.careloop.CareloopApplication;
import io.careloop.demo.process.Workplace;
import io.careloop.engine.MovableClock;
import io.careloop.engine.StartRefusedException;
import io.careloop.support.TestInfrastructure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application, started with the profile over an empty database of its own: a few cases over three weeks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoStartTests {

    /** A Wednesday afternoon in China. */
    private static final Instant TODAY = Instant.parse("2027-03-10T07:00:00Z");

    private static final int CASES = 8;

    private final MovableClock clock = new MovableClock();
    private Duration ahead;
    private ConfigurableApplicationContext demo;

    @BeforeAll
    void play() {
        ahead = Duration.between(Instant.now(), clock.instant());
        demo = start();
    }

    @AfterAll
    void putTheClockRight() {
        demo.close();
        clock.moveTo(Instant.now().plus(ahead));
    }

    private ConfigurableApplicationContext start() {
        clock.stopAt(TODAY);
        return new SpringApplicationBuilder(CareloopApplication.class)
                .profiles("test", "demo")
                .initializers(new TestInfrastructure())
                .run(
                        "--server.port=0",
                        // the engine of the other tests keeps its name
                        "--camunda.bpm.generate-unique-process-engine-name=true",
                        "--careloop.demo.cases=" + CASES,
                        "--careloop.demo.days=21");
    }

    @Test
    void customersAskAndStaffBringCasesToTheirEnd() {
        List<String> told = told(demo);

        assertThat(told).hasSize(CASES);
        assertThat(told).filteredOn(line -> line.contains("CLOSED")).hasSizeGreaterThanOrEqualTo(CASES / 2);
    }

    @Test
    void nothingFailedAndWhatTheEngineWaitsForLiesAhead() {
        ManagementService jobs = demo.getBean(ManagementService.class);

        assertThat(demo.getBean(RuntimeService.class).createIncidentQuery().count())
                .isZero();
        assertThat(jobs.createJobQuery().messages().count()).isZero();
        assertThat(jobs.createJobQuery().duedateLowerThan(Date.from(TODAY)).count())
                .isZero();
        assertThat(jobs.createJobQuery().duedateHigherThan(Date.from(TODAY)).count())
                .isPositive();
    }

    @Test
    void afterwardsTheClockShowsThePresentAndRuns() {
        Instant now = clock.instant();

        assertThat(now).isCloseTo(TODAY, within(5, ChronoUnit.MINUTES)).isAfter(TODAY);
        assertThat(demo.getBean(Workplace.class).noted()).contains("ended");
    }

    @Test
    void aSecondStartOverTheSameCasesPlaysNothing() {
        List<String> before = told(demo);

        demo.getBean(DemoStart.class).start();

        assertThat(told(demo)).isEqualTo(before);
    }

    @Test
    void theSameSeedTellsTheSameStoriesOnTheSameDay() {
        List<String> first = told(demo);

        try (ConfigurableApplicationContext again = start()) {
            assertThat(told(again)).isEqualTo(first);
        }
    }

    @Test
    void refusesToStartInProduction() {
        assertThatThrownBy(() -> new SpringApplicationBuilder(CareloopApplication.class)
                        .profiles("test", "demo", "production")
                        .initializers(new TestInfrastructure())
                        .run("--server.port=0"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("demo and production");
    }

    /** Each case with all that its timeline tells. */
    private static List<String> told(ConfigurableApplicationContext context) {
        return context.getBean(JdbcClient.class).sql("""
                        select c.reference || ' ' || c.status || ' ' || c.category || ' ' || c.owner || ': '
                            || string_agg(e.kind || ' ' || e.actor, ', ' order by e.id)
                        from cases_case c join cases_entry e on e.reference = c.reference
                        group by c.reference, c.status, c.category, c.owner order by c.reference""").query(String.class).list();
    }
}
