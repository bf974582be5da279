package io.careloop.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table that is shipped, rule by rule. */
class ServiceLevelTableTests {

    private static final Path FILE = Path.of("processes/deadline/deadline-service-level.dmn");
    private static final List<String> CATEGORIES =
            List.of("technical", "repair", "complaint", "enquiry", "suggestion", "billing", "delivery");
    private static final List<String> PRIORITIES = List.of("urgent", "high", "normal", "low");

    private final Set<String> hit = new TreeSet<>();
    private final DmnEngine engine = engine();
    private final DmnDecision table = table();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, PT2H, business, PT24H, elapsed",
                "complaint, urgent, PT30M, business, PT8H, elapsed",
                "technical, urgent, PT1H, business, PT12H, elapsed",
                "complaint, high, PT1H, business, PT16H, elapsed",
                "delivery, high, PT1H, business, PT20H, elapsed",
                "complaint, normal, PT1H, business, PT24H, elapsed",
                "complaint, low, PT1H, business, PT24H, elapsed",
                "enquiry, normal, PT2H, business, PT24H, elapsed",
                "suggestion, low, PT2H, business, PT24H, elapsed",
            })
    void eachKindOfCaseHasItsLimits(
            String category,
            String priority,
            String firstResponse,
            String firstClock,
            String resolution,
            String resolutionClock) {
        assertThat(decide(category, priority).getSingleResult().getEntryMap())
                .containsEntry("firstResponseLimit", firstResponse)
                .containsEntry("firstResponseClock", firstClock)
                .containsEntry("resolutionLimit", resolution)
                .containsEntry("resolutionClock", resolutionClock);
    }

    @Test
    void everyRuleDecidesForSomeCaseAndEveryCaseIsDecided() throws IOException {
        decide(null, null);
        for (String category : CATEGORIES) {
            for (String priority : PRIORITIES) {
                assertThat(decide(category, priority)).hasSize(1);
            }
        }
        assertThat(hit).isEqualTo(ruleIds());
    }

    private DmnDecisionTableResult decide(String category, String priority) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("category", category);
        facts.put("priority", priority);
        return engine.evaluateDecisionTable(table, facts);
    }

    private DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(new ArrayList<>(
                List.of(evaluated -> evaluated.getMatchingRules().forEach(rule -> hit.add(rule.getId())))));
        return configuration.buildEngine();
    }

    private DmnDecision table() {
        try (InputStream file = Files.newInputStream(FILE)) {
            return engine.parseDecision("deadline-service-level", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> ruleIds() throws IOException {
        try (InputStream file = Files.newInputStream(FILE)) {
            return Dmn.readModelFromStream(file).getModelElementsByType(Rule.class).stream()
                    .map(Rule::getId)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
