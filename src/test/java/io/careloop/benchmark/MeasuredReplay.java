package io.careloop.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * A changed model tried on the past by a running product.
 *
 * @param run    as the product shows it when it is over
 * @param took   on the clock
 * @param worked time of all processors
 */
record MeasuredReplay(JsonNode run, Duration took, Duration worked) {

    private static final String REPLAYS = "/api/modeling/replays/";
    private static final String OWNER = "owner";
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** @param kind as addresses have it, such as {@code tables} */
    static MeasuredReplay of(RunningProduct product, String kind, String file, String changed)
            throws IOException, InterruptedException {
        Map<String, String> period = Map.of(
                "from", LocalDate.now().minusDays(2).toString(),
                "to", LocalDate.now().plusDays(2).toString());
        long begin = System.nanoTime();
        Duration before = product.processorTime();
        String id = product.upload(REPLAYS + kind, OWNER, period, file, changed)
                .path("id")
                .asText();
        JsonNode ended = Awaitility.await()
                .atMost(LONGEST)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> product.get(REPLAYS + id, OWNER), run -> run.has("endedAt"));
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        return new MeasuredReplay(ended, took, product.processorTime().minus(before));
    }

    int count(String outcome) {
        return run.path("counts").path(outcome).asInt();
    }

    static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
