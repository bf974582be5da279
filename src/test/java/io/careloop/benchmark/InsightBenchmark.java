package io.careloop.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.insight.FactSwitch;
import io.careloop.insight.InsightTables;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
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
 * The console over very many cases: how long the tables take to be made from the log, what a case takes on disk, and how
 * quickly pages answer one reader and ten. Run it by {@code mvn -Pbenchmark test -Dtest=InsightBenchmark}; the setting
 * {@code careloop.benchmark.insight-cases} makes fewer cases.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.MOCK,
        properties = "camunda.bpm.generate-unique-process-engine-name=true")
@ActiveProfiles("test")
@ContextConfiguration(initializers = DurableServer.class)
@Import({StatementCounter.class, FactSwitch.class})
class InsightBenchmark {

    private static final int CASES = Integer.getInteger("careloop.benchmark.insight-cases", 1_000_000);
    private static final int PATTERNS = 10;
    private static final int ROUNDS = 10;
    private static final int QUESTIONS = 60;
    private static final Duration LONGEST = Duration.ofHours(3);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource database;

    @Autowired
    private FactSwitch facts;

    private double with;
    private double without;

    private final StringBuilder report = new StringBuilder();

    @Test
    void pagesAnswerQuicklyOverManyCases() throws Exception {
        Way way = new ProductWay(context);
        measureFlow(way);
        List<String> patterns = jdbc.sql("select reference from insight_case order by reference limit ?")
                .param(PATTERNS)
                .query(String.class)
                .list();
        long begin = System.nanoTime();
        new ManyCases(jdbc, database).make(patterns, CASES);
        double filled = seconds(begin);
        try (RunningProduct product = RunningProduct.start()) {
            begin = System.nanoTime();
            product.delete("/api/insight/projection");
            await(() -> product.get("/api/insight/projection").path("pending").asLong() == 0);
            double told = seconds(begin);
            begin = System.nanoTime();
            await(() -> staleDays() == 0);
            jdbc.sql("analyze").update();
            head(filled, told, seconds(begin));
            String reference = jdbc.sql("select reference from insight_case order by registered_at limit 1")
                    .query(String.class)
                    .single();
            ask(product, "search by category, closed", "/insight?category=billing&state=finished");
            ask(product, "search by channel and date", "/insight?channel=EMAIL&breach=yes");
            ask(product, "one case", "/insight/cases/" + reference);
            ask(product, "KPIs of a quarter", "/insight/figures?period=quarter");
            ask(product, "diagram figures of a quarter", "/insight/process?definition=service-request&period=quarter");
        }
        System.out.println(report);
        new MeasuredPart("insight").write(report.toString());
    }

    /** The same flow with the log and its tables, and without them, by turns. */
    private void measureFlow(Way way) {
        run(way);
        for (int round = 0; round < ROUNDS; round++) {
            with += run(way);
            facts.leaveOut(true);
            without += run(way);
            facts.leaveOut(false);
        }
    }

    /** @return how long it took, in seconds, tables included */
    private double run(Way way) {
        long begin = System.nanoTime();
        for (int i = 0; i < PATTERNS; i++) {
            way.goOnce();
        }
        InsightTables.catchUp(context);
        return seconds(begin);
    }

    private void head(double filled, double told, double sealed) {
        long size = jdbc.sql("""
                        select sum(pg_total_relation_size(c.oid))::bigint from pg_class c
                        where c.relname like 'insight\\_%' and c.relkind = 'r'""").query(Long.class).single();
        long log = jdbc.sql("select pg_total_relation_size('insight_fact')")
                .query(Long.class)
                .single();
        long visits =
                jdbc.sql("select count(*) from insight_visit").query(Long.class).single();
        line(
                "Measured on %s by `mvn -Pbenchmark test -Dtest=InsightBenchmark`: %,d closed cases with %,d visits of nodes, %d cores, Java %s."
                        .formatted(
                                LocalDate.now(),
                                CASES,
                                visits,
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version().feature()));
        line("");
        line("| what | result |");
        line("|---|---:|");
        line("| a case through the flow with the log and its tables, and without, by turns | %.0f ms, %.0f ms |"
                .formatted(with * 1000 / (ROUNDS * PATTERNS), without * 1000 / (ROUNDS * PATTERNS)));
        line("| throughput that they cost (wanted: less than 10 %%) | %.1f %% |".formatted(100 * (1 - without / with)));
        line("| log filled | %.0f s |".formatted(filled));
        line("| tables made anew from the log | %.0f s, %.0f cases a second |".formatted(told, CASES / told));
        line("| figures added up by day and month after that | %.0f s |".formatted(sealed));
        line("| on disk, a case: all, the log alone | %,d bytes, %,d bytes |".formatted(size / CASES, log / CASES));
        line("");
        line("| page | one reader, median and p95 | ten readers, median and p95 | wanted p95 |");
        line("|---|---:|---:|---:|");
    }

    private void ask(RunningProduct product, String what, String path) throws Exception {
        List<Long> alone = times(product, path, 1);
        List<Long> together = times(product, path, 10);
        line("| %s | %d ms, %d ms | %d ms, %d ms | 300 ms, 1 s |"
                .formatted(what, at(alone, 50), at(alone, 95), at(together, 50), at(together, 95)));
    }

    private List<Long> times(RunningProduct product, String path, int readers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(readers);
        try {
            for (int warm = 0; warm < 5; warm++) {
                product.page(path);
            }
            List<Future<Long>> asked = new ArrayList<>();
            for (int i = 0; i < QUESTIONS; i++) {
                asked.add(threads.submit(() -> {
                    long begin = System.nanoTime();
                    assertThat(product.page(path)).as(path).isEqualTo(200);
                    return (System.nanoTime() - begin) / 1_000_000;
                }));
            }
            List<Long> times = new ArrayList<>();
            for (Future<Long> answer : asked) {
                times.add(answer.get());
            }
            Collections.sort(times);
            return times;
        } finally {
            threads.shutdown();
        }
    }

    /** Of days that are over, wherever the service is at home; today is never added up. */
    private int staleDays() {
        return jdbc.sql("select count(*) from insight_stale_day where day < current_date")
                .query(Integer.class)
                .single();
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private void line(String text) {
        report.append(String.format(Locale.ROOT, "%s%n", text));
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await().atMost(LONGEST).pollInterval(Duration.ofSeconds(1)).until(condition);
    }
}
