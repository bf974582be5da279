package io.careloop.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.careloop.recovery.Authority.Limit;
import io.careloop.support.CareloopTest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tables of the recovery say; every row is hit by one of these. */
@CareloopTest
class RecoveryTablesTests {

    @Autowired
    Weights weights;

    @Autowired
    Authorities authorities;

    @Autowired
    DecisionService decisions;

    @Autowired
    HistoryService history;

    @ParameterizedTest
    @CsvSource({
        "breach, 30, 0",
        "promise-broken, 30, 0",
        "word-disappointed, 40, 0",
        "word-tedious, 25, 0",
        "third-contact, 30, 0",
        "reopened, 30, 0",
        "solution-refused, 15, 60",
        "repeated-contact, 15, 60",
        "transfer, 10, 60",
        "wait, 10, 60"
    })
    void whatHappensWeighs(String happening, int points, int recoveryFrom) {
        assertThat(weights.of(happening, "")).contains(new Weights.Weight(points, recoveryFrom));
    }

    @ParameterizedTest
    @CsvSource({
        "'this is a disgrace, never again', 35",
        "再也不买你们的东西了, 35",
        "這是最後一次跟你們買, 35",
        "i am fed up with this, 20",
        "太失望了, 20",
        "還在等你們回覆, 20"
    })
    void upsetWordsWeigh(String words, int points) {
        assertThat(weights.of("words", words)).map(Weights.Weight::points).contains(points);
    }

    /** They belong to the case, where they can be erased. */
    @Test
    void theCustomersWordsAreNotKeptWithTheDecision() {
        weights.of("words", "i am fed up, and my name is jo 4711");

        assertThat(history
                        .createHistoricDecisionInstanceQuery()
                        .decisionDefinitionKey("recovery-dissatisfaction")
                        .includeInputs()
                        .list()
                        .stream()
                        .flatMap(decision -> decision.getInputs().stream())
                        .filter(input -> input.getClauseId().equals("Input_text")))
                .isNotEmpty()
                .allSatisfy(input -> assertThat(input.getValue()).isIn(null, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"words", "word-caring", "word-convenient", "something-else"})
    void whatIsNotInTheTableWeighsNothing(String happening) {
        assertThat(weights.of(happening, "thank you")).isEqualTo(Optional.empty());
    }

    @Test
    void billingDecidesOnRefundsAlone() {
        assertThat(authorities.over(CompensationKind.REFUND).limits())
                .extracting(Limit::group)
                .containsExactly("agents", "experts", "complaints", "billing", "recovery", "negotiators", "managers");
        assertThat(authorities.over(CompensationKind.VOUCHER).limits())
                .extracting(Limit::group)
                .doesNotContain("billing");
        assertThat(authorities.over(CompensationKind.VOUCHER).limits())
                .extracting(limit -> limit.upTo().toPlainString())
                .containsExactly("30.00", "200.00", "200.00", "500.00", "2000.00", "5000.00");
    }

    @ParameterizedTest
    @CsvSource({
        "breach, billing, refund",
        "breach, payment, refund",
        "reopened, repair, exchange",
        "third-contact, repair, exchange",
        "breach, delivery, courier-cost",
        "reopened, technical, redo",
        "solution-refused, complaint, redo",
        "breach, technical, voucher",
        "word-disappointed, , voucher"
    })
    void theCompensationFitsWhatWentWrong(String failure, String category, String kind) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("failure", failure);
        facts.put("category", category);
        assertThat(decisions
                        .evaluateDecisionTableByKey("recovery-kind")
                        .variables(facts)
                        .evaluate()
                        .<String>getSingleEntry())
                .isEqualTo(kind)
                .satisfies(code -> assertThat(CompensationKind.of(code)).isPresent());
    }
}
