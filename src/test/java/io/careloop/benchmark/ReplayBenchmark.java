package io.careloop.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.insight.InsightTables;
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
 * Changed tables against very many recorded evaluations. Run it by {@code mvn -Pbenchmark test -Dtest=ReplayBenchmark}; the
 * setting {@code careloop.benchmark.replay-evaluations} makes fewer.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.MOCK,
        properties = "camunda.bpm.generate-unique-process-engine-name=true")
@ActiveProfiles("test")
@ContextConfiguration(initializers = DurableServer.class)
@Import(StatementCounter.class)
class ReplayBenchmark {

    private static final int EVALUATIONS = Integer.getInteger("careloop.benchmark.replay-evaluations", 100_000);
    /** Two processors for half a minute; how long that takes depends on who else is at work. */
    private static final Duration ALLOWED = Duration.ofSeconds(60);

    /** A copy of the pattern for each number, with a reference of its own. */
    private static final String COPY = """
            insert into %1$s select (jsonb_populate_record(null::%1$s, to_jsonb(pattern) || jsonb_build_object(
                'reference', 'C-2020-' || (100000000 + n)%2$s))).*
            from %1$s pattern, generate_series(1, %3$d) n where reference = ? %4$s""";

    private static final String WORDS = """
            , 'description', 'My order ' || n || ' was placed some weeks ago, and since then I have heard nothing. '
                || (array['The parcel has not come', 'The courier was not here', 'The package is empty'])[1 + mod(n, 3)]
                || ', and I have tried what your page says three times, on days when somebody was at home.'""";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    private final StringBuilder report = new StringBuilder();

    @Test
    void aChangedTableIsQuickOverManyEvaluations() throws Exception {
        new ProductWay(context).goOnce();
        String pattern = jdbc.sql("select reference from cases_case where closed_at is not null")
                .query(String.class)
                .single();
        InsightTables.catchUp(context);
        fill(pattern);
        head();
        try (RunningProduct product = RunningProduct.start()) {
            measure(
                    product,
                    "codes: `triage-routing`, one row changed",
                    "triage/triage-routing.dmn",
                    "\"logistics\"",
                    "\"quality\"");
            measure(
                    product,
                    "words: `triage-classification`, one row changed",
                    "triage/triage-classification.dmn",
                    "\"parcel\", ",
                    "");
        }
        System.out.println(report);
        new MeasuredPart("replay").write(report.toString());
    }

    private void fill(String pattern) {
        copy("cases_case", WORDS, "", pattern);
        for (String table : new String[] {"triage-routing", "triage-classification"}) {
            copy("insight_decision", "", "and definition = '" + table + "'", pattern);
        }
        jdbc.sql("analyze").update();
    }

    private void copy(String table, String more, String condition, String pattern) {
        jdbc.sql(COPY.formatted(table, more, EVALUATIONS, condition))
                .param(pattern)
                .update();
    }

    private void measure(RunningProduct product, String what, String file, String part, String other) throws Exception {
        String changed = Files.readString(Path.of("processes", file)).replace(part, other);
        MeasuredReplay replay = MeasuredReplay.of(product, "tables", "changed.dmn", changed);
        assertThat(replay.run().path("done").asInt()).isEqualTo(EVALUATIONS + 1);
        report.append(String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %,d | %.1f s | %.1f s | %d s |%n",
                what,
                replay.run().path("done").asInt(),
                replay.count("CHANGED"),
                replay.count("UNKNOWN"),
                MeasuredReplay.seconds(replay.took()),
                MeasuredReplay.seconds(replay.worked()),
                ALLOWED.toSeconds()));
        assertThat(replay.worked()).as(what).isLessThan(ALLOWED);
    }

    private void head() {
        report.append(MeasuredPart.head(ReplayBenchmark.class)).append(".\n\n");
        report.append(
                "| what | evaluations | another answer | cannot be told | took | of the processors | allowed of them |%n"
                        .formatted());
        report.append("|---|---:|---:|---:|---:|---:|---:|%n".formatted());
    }
}
