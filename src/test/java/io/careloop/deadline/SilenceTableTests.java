package io.careloop.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table that is shipped, row by row. */
class SilenceTableTests {

    private static final Path FILE = Path.of("processes/deadline/deadline-silence.dmn");
    private static final int ROWS = 10;

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "delivery, urgent, SOLUTION, solution-reminder, goes on, notice, PT4H",
                "suggestion, low, ANALYSIS, person, never, notice, PT4H",
                "delivery, urgent, ANALYSIS, progress-notice, PT4H, task, PT1H",
                "delivery, low, IMPLEMENTATION, progress-notice, PT8H, task, PT2H",
                "complaint, urgent, ANALYSIS, person, PT2H, task, PT1H",
                "technical, urgent, IMPLEMENTATION, acknowledgement, PT4H, notice, PT1H",
                "complaint, high, IMPLEMENTATION, person, PT4H, notice, PT2H",
                "delivery, normal, IMPLEMENTATION, person, PT16H, notice, PT4H",
                "enquiry, low, ANALYSIS, acknowledgement, PT16H, notice, PT4H",
                "-, -, CONTACT, -, PT8H, notice, PT2H",
            })
    void aCustomerHearsFromUsAtTheLatestThen(
            String category, String priority, String stage, String heard, String limit, String answer, String within)
            throws IOException {
        Map<String, Object> facts = new HashMap<>();
        facts.put("category", category);
        facts.put("priority", priority);
        facts.put("stage", stage);
        facts.put("heard", heard);

        assertThat(decide(facts)).isEqualTo(Map.of("limit", limit, "answer", answer, "within", within));
    }

    @Test
    void everyRowIsTriedAbove() {
        assertThat(Dmn.readModelFromFile(FILE.toFile()).getModelElementsByType(Rule.class))
                .hasSize(ROWS);
    }

    private Map<String, Object> decide(Map<String, Object> facts) throws IOException {
        try (InputStream file = Files.newInputStream(FILE)) {
            DmnDecision table = engine.parseDecision("deadline-silence", file);
            List<Map<String, Object>> rows =
                    engine.evaluateDecisionTable(table, facts).getResultList();
            assertThat(rows).hasSize(1);
            return rows.get(0);
        }
    }
}
