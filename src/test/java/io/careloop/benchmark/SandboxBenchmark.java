package io.careloop.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.insight.InsightTables;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * Changed diagrams with many past cases played through them. Run it by {@code mvn -Pbenchmark test -Dtest=SandboxBenchmark};
 * the setting {@code careloop.benchmark.sandbox-cases} makes fewer.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.MOCK,
        properties = "camunda.bpm.generate-unique-process-engine-name=true")
@ActiveProfiles("test")
@ContextConfiguration(initializers = DurableServer.class)
@Import(StatementCounter.class)
class SandboxBenchmark {

    private static final int CASES = Integer.getInteger("careloop.benchmark.sandbox-cases", 1000);
    private static final Duration ALLOWED = Duration.ofMinutes(2);
    private static final Path DIAGRAM = Path.of("processes/resolution/service-request.bpmn");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    private final StringBuilder report = new StringBuilder();

    @Test
    void manyCasesArePlayedThroughAChangedDiagramWithinTwoMinutes() throws Exception {
        new ProductWay(context).goOnce();
        InsightTables.catchUp(context);
        fill();
        head();
        String diagram = Files.readString(DIAGRAM);
        try (RunningProduct product = RunningProduct.start()) {
            measure(
                    product,
                    "all go on to the end, by another path",
                    diagram.replace("empty team}", "empty team or category == 'delivery'}"));
            measure(
                    product,
                    "all get stuck after the analysis",
                    diagram.replace("${problemClear}", "${problemClear and category != 'delivery'}"));
        }
        System.out.println(report);
        new MeasuredPart("sandbox").write(report.toString());
    }

    /** Copies of the one case, with references and instances of their own. */
    private void fill() {
        String instance = jdbc.sql("select id from insight_instance where definition = 'service-request'")
                .query(String.class)
                .single();
        jdbc.sql("""
                        insert into insight_fact (subject, at, facts)
                        select 'C-2020-' || (100000000 + n), at, replace(facts::text, :instance, :instance || '-' || n)::jsonb
                        from insight_fact, generate_series(1, :copies) n
                        where subject = (select reference from insight_instance where id = :instance)
                        order by n, id""").param("instance", instance).param("copies", CASES - 1).update();
        jdbc.sql("""
                        insert into insight_instance select (jsonb_populate_record(null::insight_instance, to_jsonb(pattern)
                            || jsonb_build_object('id', id || '-' || n, 'reference', 'C-2020-' || (100000000 + n)))).*
                        from insight_instance pattern, generate_series(1, :copies) n where id = :instance""").param("instance", instance).param("copies", CASES - 1).update();
        jdbc.sql("analyze").update();
    }

    private void measure(RunningProduct product, String what, String changed) throws Exception {
        MeasuredReplay replay = MeasuredReplay.of(product, "diagrams", "service-request.bpmn", changed);
        assertThat(replay.run().path("done").asInt()).isEqualTo(CASES);
        assertThat(replay.count("UNKNOWN")).isZero();
        report.append(String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %,d | %.1f s | %.1f s | %d s |%n",
                what,
                CASES,
                replay.count("CHANGED"),
                replay.count("FAILED"),
                MeasuredReplay.seconds(replay.took()),
                MeasuredReplay.seconds(replay.worked()),
                ALLOWED.toSeconds()));
        assertThat(replay.took()).as(what).isLessThan(ALLOWED);
    }

    private void head() {
        report.append(MeasuredPart.head(SandboxBenchmark.class))
                .append(String.format(
                        Locale.ROOT,
                        ", load %.1f.%n%n",
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        report.append("| what | cases | another path | stuck | took | of the processors | allowed |%n".formatted());
        report.append("|---|---:|---:|---:|---:|---:|---:|%n".formatted());
    }
}
