package io.careloop.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table that is shipped. */
class NoticeTableTests {

    private static final Path FILE = Path.of("processes/deadline/deadline-notices.dmn");

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "firstResponse|50 owner never; 80 owner,team never; 100 owner,team PT2H;"
                        + " 150 owner,team,managers PT4H escalate",
                "resolution|50 owner never; 80 owner,team never; 100 owner,team PT4H escalate;"
                        + " 150 owner,team,managers PT4H escalate",
                "promise|50 owner never; 80 owner,team never; 100 owner,team PT4H escalate;"
                        + " 150 owner,team,managers PT4H escalate",
                "department|50 owner never; 80 owner,team never; 100 owner,team PT4H; 150 owner,team,managers PT4H",
                "escalation|80 owner,team never; 100 owner,team PT4H",
                "silence|",
                "stage|",
            })
    void eachDeadlineIsToldOfToThoseWhoCanKeepIt(String clock, String notices) throws IOException {
        Map<String, Object> facts = new HashMap<>();
        facts.put("clock", clock);
        facts.put("category", null);
        facts.put("priority", null);

        List<String> rows = decide(facts).stream()
                .map(row -> "%s %s %s%s"
                        .formatted(
                                row.get("percent"),
                                row.get("tell"),
                                row.get("repeat"),
                                Boolean.TRUE.equals(row.get("escalate")) ? " escalate" : ""))
                .toList();

        assertThat(String.join("; ", rows)).isEqualTo(notices == null ? "" : notices);
    }

    private List<Map<String, Object>> decide(Map<String, Object> facts) throws IOException {
        try (InputStream file = Files.newInputStream(FILE)) {
            return engine.evaluateDecisionTable(engine.parseDecision("deadline-notices", file), facts)
                    .getResultList();
        }
    }
}
