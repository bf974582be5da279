package io.careloop.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.insight.FactSwitch;
import io.careloop.insight.InsightTables;
import io.careloop.insight.figures.DaySeals;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
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
 * The console over very many cases: what they take on disk, what the console costs the flow of cases, and how quickly pages
 * answer one reader and ten. Run it by {@code mvn -Pbenchmark test -Dtest=InsightBenchmark}; the setting
 * {@code careloop.benchmark.insight-cases} makes fewer cases. Where {@code careloop.benchmark.insight-data} names a folder
 * with the data of a run before, its cases are taken; {@code careloop.benchmark.insight-only=make} ends with making them, and
 * {@code =pages} or {@code =flow} measures these alone and keeps no table.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.MOCK,
        properties = "camunda.bpm.generate-unique-process-engine-name=true")
@ActiveProfiles("test")
@ContextConfiguration(initializers = KeptServer.class)
@Import({StatementCounter.class, FactSwitch.class})
class InsightBenchmark {

    private static final int CASES = Integer.getInteger("careloop.benchmark.insight-cases", 1_000_000);
    private static final String ONLY = System.getProperty("careloop.benchmark.insight-only", "");
    private static final int TOGETHER = 10;
    private static final int ROUNDS = 24;
    private static final int RETOLD = 2_000;
    private static final int READERS = 10;
    private static final int SOME = 100;
    private static final int MOST_ALONE = 300;
    private static final int MOST_TOGETHER = 1000;
    private static final int MOST_COST = 10;

    private static final List<String> LOG = List.of("insight_fact", "insight_pending");
    private static final List<String> FILES = List.of(
            "cases_contact",
            "cases_case",
            "cases_entry",
            "cases_message",
            "notification_outbox",
            "deadline_chain",
            "deadline_clock",
            "deadline_fact");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource database;

    @Autowired
    private FactSwitch facts;

    @Autowired
    private DaySeals seals;

    private final StringBuilder report = new StringBuilder();
    private final List<String> missed = new ArrayList<>();

    @Test
    void pagesAnswerQuicklyOverManyCases() throws Exception {
        Way way = new ProductWay(context);
        ManyCases cases = new ManyCases(jdbc, database);
        head();
        if (cases.made() != CASES) {
            way.goTogether(TOGETHER, this::tell);
            make(cases);
        }
        if (ONLY.equals("make")) {
            return;
        }
        if (!ONLY.equals("pages")) {
            measureFlow(way);
            measureDisk();
        }
        if (!ONLY.equals("flow")) {
            seals.catchUp();
            try (RunningProduct product = RunningProduct.start(KeptServer.url())) {
                ask(product);
            }
        }
        System.out.println(report);
        if (ONLY.isEmpty()) {
            new MeasuredPart("insight").write(report.toString());
        }
        assertThat(missed).as("limits that are not kept").isEmpty();
    }

    private void tell() {
        InsightTables.catchUp(context);
    }

    private void make(ManyCases cases) throws Exception {
        List<String> bases = jdbc.sql("select reference from insight_case order by reference limit ?")
                .param(TOGETHER)
                .query(String.class)
                .list();
        long begin = System.nanoTime();
        cases.make(bases, CASES, this::tell);
        System.out.printf("made in %.0f s%n", seconds(begin));
        double took = new RetoldCopies(jdbc).tellAgain(RETOLD, this::tell);
        System.out.printf("told %d again in %.1f s%n", Math.min(RETOLD, CASES), took);
        begin = System.nanoTime();
        seals.catchUp();
        jdbc.sql("vacuum analyze insight_sum").update();
        System.out.printf("summed up in %.0f s%n", seconds(begin));
    }

    private void head() {
        line("%s; PostgreSQL with %s.".formatted(MeasuredPart.head(InsightBenchmark.class), KeptServer.settings()));
        line("");
    }

    /** The same flow with the log and its tables, and without them, by turns. */
    private void measureFlow(Way way) {
        run(way);
        double with = 0;
        double without = 0;
        for (int round = 0; round < ROUNDS; round++) {
            with += run(way);
            facts.leaveOut(true);
            without += run(way);
            facts.leaveOut(false);
        }
        line("| cost to the flow of cases, over all these cases | result | wanted |");
        line("|---|---:|---:|");
        line("| a case with the log and its tables, and without, by turns | %.1f ms, %.1f ms | |"
                .formatted(with * 1000 / (ROUNDS * TOGETHER), without * 1000 / (ROUNDS * TOGETHER)));
        double cost = 100 * (1 - without / with);
        limit(cost < MOST_COST, "| throughput that they cost | %.1f %% | less than %d %% |".formatted(cost, MOST_COST));
        line("");
    }

    /** @return how long it took, in seconds, tables included, which are told each second as in the product */
    private double run(Way way) {
        long begin = System.nanoTime();
        long[] told = {begin};
        way.goTogether(TOGETHER, () -> {
            if (seconds(told[0]) >= 1) {
                told[0] = System.nanoTime();
                tell();
            }
        });
        tell();
        return seconds(begin);
    }

    private void measureDisk() {
        List<String> told = jdbc.sql("""
                        select relname from pg_class
                        where relname like 'insight\\_%' and relkind = 'r' and not relname = any (?)""")
                .param(LOG.toArray(String[]::new))
                .query(String.class)
                .list();
        long cases = rows("insight_case where closed_at is not null");
        line("%,d closed cases, one in fifty of them whole, with %,d visits of nodes."
                .formatted(cases, rows("insight_visit")));
        line("");
        line("| on disk, with indexes | all | a case |");
        line("|---|---:|---:|");
        disk("the log of facts", LOG, cases);
        disk("the tables told from it", told, cases);
        disk("of these the sums by day and month, which do not grow with the cases", List.of("insight_sum"), cases);
        disk("the case files, as far as they are copied", FILES, cases);
        line("| facts and visits of a slim case, without indexes | | %,d bytes |"
                .formatted(row("where number % 50 <> 0")));
        line("| facts and visits of a whole case, without indexes | | %,d bytes |"
                .formatted(row("where number % 50 = 0")));
        line("");
    }

    private void disk(String what, List<String> tables, long cases) {
        long bytes = tables.stream()
                .mapToLong(table -> jdbc.sql("select pg_total_relation_size(?::regclass)")
                        .param(table)
                        .query(Long.class)
                        .single())
                .sum();
        line("| %s | %.1f GB | %,d bytes |".formatted(what, bytes / 1e9, bytes / cases));
    }

    private long row(String condition) {
        return jdbc.sql("""
                        select avg((select sum(pg_column_size(f)) from insight_fact f
                                where f.subject = c.reference)
                            + (select sum(pg_column_size(v)) from insight_visit v where v.reference = c.reference))::bigint
                        from (select reference from benchmark_copy %s limit %d) c""".formatted(condition, SOME)).query(Long.class).single();
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private void ask(RunningProduct product) throws Exception {
        List<Browser> readers = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            readers.add(product.manager());
        }
        line("| page | one reader, median and p95 | ten readers, median and p95 | wanted p95 |");
        line("|---|---:|---:|---:|");
        ask(readers, "search: all, newest first", List.of("/insight"));
        ask(readers, "search: category, finished", List.of("/insight?category=billing&state=finished"));
        ask(
                readers,
                "search: channel, deadline missed, closed first",
                List.of("/insight?channel=PORTAL&breach=yes&sort=closed"));
        ask(
                readers,
                "search: the same where nothing is found",
                List.of("/insight?channel=EMAIL&breach=yes&sort=closed"));
        ask(
                readers,
                "search: owner, priority, a month",
                List.of("/insight?owner=ben&priority=high&from=%s&to=%s"
                        .formatted(
                                LocalDate.now().minusDays(120), LocalDate.now().minusDays(90))));
        ask(readers, "search: a word of 50 cases", some("/insight?text=item%d", 20_000));
        ask(readers, "search: a word of one case in a hundred", some("/insight?text=batch%d+", 100));
        ask(readers, "search: a word of every case, oldest first", List.of("/insight?text=parcel&sort=oldest"));
        ask(readers, "search: a customer", some("/insight?customer=customer-%012x@example.org", CASES));
        ask(readers, "search: a reference", addresses("", "/insight?reference="));
        ask(readers, "one case with ten visits", addresses("where number % 50 <> 0", "/insight/cases/"));
        ask(readers, "one case with eighty visits", addresses("where number % 50 = 0", "/insight/cases/"));
        ask(
                readers,
                "KPIs of a quarter, with trend and the quarter before",
                List.of("/insight/figures?period=quarter"));
        ask(
                readers,
                "KPIs of a quarter, one category and channel",
                List.of("/insight/figures?period=quarter&category=billing&channel=EMAIL"));
        ask(
                readers,
                "diagram figures of a quarter",
                List.of("/insight/process?definition=service-request&period=quarter"));
        ask(
                readers,
                "diagram figures of a quarter, one category",
                List.of("/insight/process?definition=service-request&period=quarter&category=billing"));
    }

    private static List<String> some(String path, int values) {
        return IntStream.range(0, SOME)
                .mapToObj(place -> path.formatted(1 + (int) ((long) place * values / SOME)))
                .toList();
    }

    /** Of cases all over the year. */
    private List<String> addresses(String condition, String before) {
        return jdbc
                .sql("select reference from benchmark_copy %s order by md5(reference) limit %d"
                        .formatted(condition, SOME))
                .query(String.class)
                .list()
                .stream()
                .map(before::concat)
                .toList();
    }

    private void ask(List<Browser> readers, String what, List<String> paths) throws Exception {
        PageTimes alone = PageTimes.of(readers.subList(0, 1), paths);
        PageTimes together = PageTimes.of(readers, paths);
        limit(
                alone.p95() <= MOST_ALONE && together.p95() <= MOST_TOGETHER,
                "| %s | %d ms, %d ms | %d ms, %d ms | %d ms, %d ms |"
                        .formatted(
                                what,
                                alone.median(),
                                alone.p95(),
                                together.median(),
                                together.p95(),
                                MOST_ALONE,
                                MOST_TOGETHER));
        System.out.println(report.substring(report.lastIndexOf("| " + what)));
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private void limit(boolean isKept, String text) {
        line(text);
        if (!isKept) {
            missed.add(text);
        }
    }

    private void line(String text) {
        report.append(text).append('\n');
    }
}
