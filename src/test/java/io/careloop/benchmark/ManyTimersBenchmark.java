package io.careloop.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * Many cases with four pending timers each while a calendar is changed, and many timers that come due in one minute, in
 * the product as it is started, which is also killed meanwhile. Run it by {@code mvn -Pbenchmark test}; it writes what it
 * measured into {@code src/docs/benchmarks.md}. The context of the test only makes the cases and reads what became of them.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.MOCK,
        properties = "camunda.bpm.generate-unique-process-engine-name=true")
@ActiveProfiles("test")
@ContextConfiguration(initializers = DurableServer.class)
class ManyTimersBenchmark {

    private static final int CASES = Integer.getInteger("careloop.benchmark.cases", 10_000);
    private static final int DUE = Math.min(1_000, CASES);
    private static final Duration UNTIL_DUE = Duration.ofSeconds(75);
    private static final String CALENDAR = "/api/deadlines/calendars/cn";

    @Autowired
    private ManyClocks clocks;

    private final StringBuilder report = new StringBuilder();

    @Test
    void aChangedCalendarReachesEveryClockAndTimersFireInTimeAndAKillLosesAndDoublesNothing() throws Exception {
        long begin = System.nanoTime();
        clocks.make(CASES);
        line("Measured on %s by `mvn -Pbenchmark test`: %d cases with %d clocks, made in %d s, %d cores, Java %s."
                .formatted(
                        LocalDate.now(),
                        CASES,
                        clocks.running(),
                        seconds(begin),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature()));
        line("");
        line("| what | result | wanted |");
        line("|---|---:|---:|");
        changeTheCalendar();
        changeItAndKill();
        letTimersFire();
        letTimersFireAndKill();
        System.out.println(report);
        new MeasuredPart("timers").write(report.toString());
    }

    private void changeTheCalendar() throws Exception {
        try (RunningProduct product = RunningProduct.start()) {
            long begin = System.nanoTime();
            product.put(CALENDAR, hours("08:00-12:00", "An hour earlier"));
            await(Duration.ofMinutes(20), () -> isReached(product));
            line("| calendar changed, all clocks counted anew | %.1f s | 120 s |"
                    .formatted((System.nanoTime() - begin) / 1e9));
        }
        assertEachCountedOnce(2);
    }

    private void changeItAndKill() throws Exception {
        int running = clocks.running();
        try (RunningProduct product = RunningProduct.start()) {
            product.put(CALENDAR, hours("00:00-12:00", "Through the night"));
            await(Duration.ofMinutes(20), () -> clocks.notReached(3) < running * 2 / 3);
            product.kill();
        }
        int left = clocks.notReached(3);
        assertThat(left).as("killed on the way").isPositive();
        try (RunningProduct product = RunningProduct.start()) {
            await(Duration.ofMinutes(20), () -> isReached(product));
        }
        assertEachCountedOnce(3);
        line("| killed with %d clocks to go, started again: lost, doubled | 0, 0 | 0, 0 |".formatted(left));
    }

    private void assertEachCountedOnce(int revision) {
        assertThat(clocks.notReached(revision)).isZero();
        assertThat(clocks.counted(revision)).containsExactly(clocks.running(), clocks.running());
        assertThat(clocks.withoutTimer()).isZero();
    }

    private void letTimersFire() throws Exception {
        try (RunningProduct product = RunningProduct.start()) {
            clocks.promiseAll(3, DUE, Instant.now().plus(UNTIL_DUE));
            await(Duration.ofMinutes(10), () -> clocks.told(3) >= DUE);
            assertThat(product.isUp()).isTrue();
        }
        assertEachToldOnce(3, 1);
        List<Long> late = clocks.lateness(3);
        line("| %d timers of one minute: median, p99, last | %s, %s, %s | p99 30 s |"
                .formatted(DUE, inSeconds(late, 50), inSeconds(late, 99), inSeconds(late, 100)));
        assertThat(percentile(late, 99)).isLessThan(30_000);
    }

    private void letTimersFireAndKill() throws Exception {
        int told;
        try (RunningProduct product = RunningProduct.start()) {
            clocks.promiseAll(4, DUE, Instant.now().plus(UNTIL_DUE));
            await(Duration.ofMinutes(10), () -> clocks.told(4) > DUE / 3);
            product.kill();
            told = clocks.told(4);
        }
        try (RunningProduct product = RunningProduct.start()) {
            await(Duration.ofMinutes(10), () -> clocks.told(4) >= DUE);
            assertThat(product.isUp()).isTrue();
        }
        assertEachToldOnce(4, 2);
        List<Long> late = clocks.lateness(4);
        line("| killed when %d of %d were told, started again: lost, doubled; p99, last | 0, 0; %s, %s | 0, 0 |"
                .formatted(told, DUE, inSeconds(late, 99), inSeconds(late, 100)));
    }

    /** @param promises how many have come due of each case so far, each with one notice to everybody concerned */
    private void assertEachToldOnce(int number, int promises) {
        assertThat(clocks.told(number)).isEqualTo(DUE);
        assertThat(clocks.casesWithNotice()).isEqualTo(DUE);
        assertThat(clocks.peopleNotTold(promises)).isZero();
    }

    private static boolean isReached(RunningProduct product) throws Exception {
        JsonNode calendar = product.get(CALENDAR);
        return !calendar.path("recount").path("finishedAt").isNull()
                && !calendar.path("recount").path("finishedAt").isMissingNode()
                && calendar.path("recount").path("revision").asInt()
                        == calendar.path("revision").asInt();
    }

    private static void await(Duration most, Callable<Boolean> condition) {
        Awaitility.await().atMost(most).pollInterval(Duration.ofMillis(500)).until(condition);
    }

    private static String hours(String morning, String reason) {
        String day = "[\"%s\", \"%s\"]".formatted(morning, "12:00-24:00");
        return """
                {"validFrom": "2025-01-01", "reason": "%1$s", "zone": "Asia/Shanghai", "week": {
                "MONDAY": %2$s, "TUESDAY": %2$s, "WEDNESDAY": %2$s, "THURSDAY": %2$s, "FRIDAY": %2$s,
                "SATURDAY": %2$s, "SUNDAY": %2$s}}""".formatted(reason, day);
    }

    private static long percentile(List<Long> sorted, int percent) {
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }

    private static String inSeconds(List<Long> sorted, int percent) {
        return "%.1f s".formatted(percentile(sorted, percent) / 1000.0);
    }

    private static long seconds(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    }

    private void line(String line) {
        report.append(line).append('\n');
    }
}
