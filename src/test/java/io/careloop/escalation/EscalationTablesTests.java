package io.careloop.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.cases.Channel;
import io.careloop.escalation.Tiers.Tier;
import io.careloop.support.CareloopTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tables of escalations say; every row is hit by one of these. */
@CareloopTest
class EscalationTablesTests {

    @Autowired
    Risks risks;

    @Autowired
    Tiers tiers;

    @Autowired
    HistoryService history;

    @ParameterizedTest
    @CsvSource({
        "I will tell the ombudsman, regulator",
        "我要打12315投诉, regulator",
        "我要向消保官申訴, regulator",
        "The heater exploded, safety",
        "充电时起火了, safety",
        "使用後受傷住院, safety",
        "You will hear from my lawyer, legal-threat",
        "我已经咨询律师, legal-threat",
        "我會提告, legal-threat",
        "We sign a petition, petition",
        "我们去信访, petition",
        "我們會聯名陳情, petition",
        "I post this online, press",
        "我要找记者曝光, press",
        "我會爆料給媒體, press",
        "My basic parcel has not arrived of course, none",
        "请问什么时候发货, none",
        "Please press the button courteously, none"
    })
    void theWordsOfTheCustomerSayTheRisk(String words, String risk) {
        assertThat(risks.of(new ComplaintFacts(words.toLowerCase(Locale.ROOT), Channel.PORTAL, null)))
                .isEqualTo(risk);
    }

    @Test
    void theWordsThemselvesAreNotKeptWithTheDecision() {
        String words = "my lawyer, tables-" + System.nanoTime();
        risks.of(new ComplaintFacts(words, Channel.PORTAL, "billing"));

        assertThat(history
                        .createHistoricDecisionInstanceQuery()
                        .decisionDefinitionKey("escalation-risk")
                        .includeInputs()
                        .list()
                        .stream()
                        .flatMap(decision -> decision.getInputs().stream())
                        .map(input -> String.valueOf(input.getValue())))
                .contains("billing")
                .noneMatch(value -> value.contains("lawyer"));
    }

    @Test
    void tiersClimbToTheManagersAndEnd() {
        assertThat(tiers.find(Tiers.FIRST, "none", 0)).contains(new Tier(1, "complaints", Duration.ofHours(4), 2));
        assertThat(tiers.find(Tiers.FIRST, "press", 0)).contains(new Tier(1, "complaints", Duration.ofHours(2), 2));
        assertThat(tiers.find(2, "none", 0)).contains(new Tier(2, "managers", Duration.ofHours(8), 0));
        assertThat(tiers.find(Tiers.FIRST, "none", 1).map(Tier::team)).contains("managers");
        assertThat(List.of(3, 4))
                .allSatisfy(beyond -> assertThat(tiers.find(beyond, "none", 0)).isEmpty());
    }
}
