package io.careloop.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.support.CareloopTest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricDecisionOutputInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tables of triage say; every row is hit by one of these. */
@CareloopTest
class TriageTablesTests {

    @Autowired
    DecisionService decisions;

    @Autowired
    HistoryService history;

    @Autowired
    RepositoryService repository;

    @ParameterizedTest
    @CsvSource({
        "I complain about my payment account, payment",
        "我的支付账户打不开, payment",
        "Where is my superannuation?, superannuation",
        "我的退休金不見了, superannuation",
        "I want to complain about your shop, complaint",
        "我要投诉你们的服务, complaint",
        "My parcel has not arrived, delivery",
        "我的包裹没收到, delivery",
        "我的包裹還沒收到, delivery",
        "Please send the refund, billing",
        "發票開錯了, billing",
        "The lamp is broken, repair",
        "I cannot log in any more, technical",
        "登录时一直报错, technical",
        "I would like to suggest something, suggestion",
        "How do I change my address?, enquiry"
    })
    void theWordsSayWhatItIs(String words, String category) {
        assertThat(classify(words)).isEqualTo(category);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello", "你好", "…"})
    void whereNoWordIsKnownAPersonHasToDecide(String words) {
        assertThat(classify(words)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "There is smoke coming out of it, LOW, 1, technical, urgent",
        "It is late again, HIGH, 3, delivery, urgent",
        "It is late, HIGH, 1, delivery, high",
        "It is late again, NORMAL, 3, delivery, high",
        "I complain, NORMAL, 1, complaint, high",
        "An idea, LOW, 1, suggestion, low",
        "It is late, NORMAL, 1, delivery, normal"
    })
    void dangerUrgencyAndReturnSayHowUrgentItIs(
            String words, String urgency, int recentCases, String category, String priority) {
        assertThat(prioritise(words, urgency, recentCases, category)).isEqualTo(priority);
    }

    @ParameterizedTest
    @CsvSource({
        "technical, technology",
        "repair, technology",
        "delivery, logistics",
        "billing, billing",
        "payment, billing",
        "superannuation, billing",
        "complaint, complaints",
        "suggestion, quality",
        "enquiry, agents"
    })
    void theCategorySaysWhoWorksOnIt(String category, String team) {
        assertThat(route(category)).isEqualTo(team);
    }

    @Test
    void whatHasNoCategoryHasNoTeamYet() {
        assertThat(route(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "agents, experts",
        "technology, experts",
        "product, experts",
        "logistics, coordinators",
        "experts, coordinators",
        "coordinators, coordinators"
    })
    void whatATeamLeavesLyingGoesToTheNextOne(String team, String next) {
        assertThat(evaluate("triage-moving-on", Map.of("team", team))).isEqualTo(next);
    }

    private String classify(String words) {
        return evaluate("triage-classification", Map.of("text", words.toLowerCase(Locale.ROOT)));
    }

    private String prioritise(String words, String urgency, int recentCases, String category) {
        return evaluate(
                "triage-priority",
                Map.of(
                        "text", words.toLowerCase(Locale.ROOT),
                        "urgency", urgency,
                        "recentCases", recentCases,
                        "category", category));
    }

    private String route(String category) {
        return evaluate(
                "triage-routing",
                Variables.createVariables().putValue("category", category).putValue("priority", "normal"));
    }

    private String evaluate(String table, Map<String, Object> inputs) {
        DmnDecisionTableResult result = decisions.evaluateDecisionTableByKey(table, inputs);
        return result.isEmpty() ? null : result.getSingleResult().getSingleEntry();
    }

    @Test
    void theRuleThatFiredIsOnRecord() {
        classify("My parcel has not arrived");

        Set<String> fired = new HashSet<>();
        history.createHistoricDecisionInstanceQuery()
                .decisionDefinitionKey("triage-classification")
                .includeOutputs()
                .list()
                .forEach(decision -> decision.getOutputs().stream()
                        .map(HistoricDecisionOutputInstance::getRuleId)
                        .forEach(fired::add));
        String definition = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("triage-classification")
                .latestVersion()
                .singleResult()
                .getId();
        assertThat(fired).contains("Rule_Delivery");
        assertThat(repository.getDmnModelInstance(definition).getModelElementsByType(Rule.class))
                .extracting(Rule::getId)
                .containsAll(fired);
    }
}
