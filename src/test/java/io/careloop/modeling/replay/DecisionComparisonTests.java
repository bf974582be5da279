package io.careloop.modeling.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.careloop.insight.DeployedModels;
import io.careloop.insight.RecordedDecisions.Recorded;
import io.careloop.modeling.replay.Answer.Difference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each answer here was worked out by hand from the released tables. */
class DecisionComparisonTests {

    private static final Path ROUTING = Path.of("processes/triage/triage-routing.dmn");
    private static final Path CLASSIFICATION = Path.of("processes/triage/triage-classification.dmn");
    private static final Path AUTHORITY = Path.of("processes/recovery/recovery-authority.dmn");
    private static final Path TIERS = Path.of("processes/escalation/escalation-tiers.dmn");

    private final TableEngine engine = new TableEngine();
    private final DeployedModels models = mock();

    @BeforeEach
    void noVersionIsKnown() {
        given(models.table(anyString())).willReturn(Optional.empty());
    }

    @Test
    void anotherOutputIsAChangeWithTheRowsOfBoth() throws Exception {
        DecisionComparison comparison = comparison(ROUTING, "<text>\"logistics\"</text>", "<text>\"quality\"</text>");

        Line line = comparison.compare(
                recorded(
                        Map.of("Input_category", "delivery", "Input_priority", "normal"),
                        "Rule_Delivery",
                        "team",
                        "logistics"),
                null);

        assertThat(line.outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(line.before()).isEqualTo("logistics");
        assertThat(line.after()).isEqualTo("quality");
        assertThat(line.ruleBefore()).isEqualTo("3");
        assertThat(line.ruleAfter()).isEqualTo("3");
        assertThat(line.differences()).containsExactly(new Difference("team", "logistics", "quality"));
        assertThat(line.reference()).isEqualTo("C-2029-000001");
    }

    @Test
    void anotherRuleWithTheSameAnswerIsNoChange() throws Exception {
        DecisionComparison comparison = comparison(ROUTING, "\"repair\"", "\"technical\", \"repair\"");

        Line line = comparison.compare(
                recorded(Map.of("Input_category", "technical"), "Rule_Technical", "team", "technology"), null);

        assertThat(line.outcome()).isEqualTo(Outcome.SAME);
    }

    @Test
    void aNameThatWasNotRecordedCannotBeAnsweredFor() throws Exception {
        DecisionComparison comparison = comparison(ROUTING, "<text>priority</text>", "<text>channel</text>");

        Line line = comparison.compare(
                recorded(Map.of("Input_category", "delivery"), "Rule_Delivery", "team", "logistics"), null);

        assertThat(line.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(line.after()).isEqualTo("not-recorded channel");
        assertThat(line.before()).isEqualTo("logistics");
    }

    @Test
    void aColumnWithoutAValueWasNull() throws Exception {
        DecisionComparison comparison = comparison(ROUTING, "x", "x");

        Line line = comparison.compare(
                recorded(Map.of("Input_category", "delivery"), "Rule_Delivery", "team", "logistics"), null);

        assertThat(line.outcome()).isEqualTo(Outcome.SAME);
    }

    @Test
    void whatAColumnWasWorkedOutFromDoesNotMatter() throws Exception {
        String then = read(ROUTING).replace("<text>category</text>", "<text>lower case(kind)</text>");
        given(models.table("then")).willReturn(Optional.of(bytes(then)));
        DecisionComparison comparison =
                new DecisionComparison(engine, models, table(then.replace("\"logistics\"", "\"quality\"")));

        Line line = comparison.compare(
                recorded(Map.of("Input_category", "delivery"), "Rule_Delivery", "team", "logistics"), null);

        assertThat(line.after()).isEqualTo("quality");
    }

    @Test
    void wordsAreTakenFromTheCaseWhereTheTableOfThenAnswersTheSameToThem() throws Exception {
        DecisionComparison comparison = comparison(CLASSIFICATION, "\"parcel\", ", "");
        Recorded recorded = recorded(Map.of(), "Rule_Delivery", "category", "delivery");

        Line line = comparison.compare(recorded, "\nmy parcel came with a wrong invoice");

        assertThat(line.outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(line.after()).isEqualTo("billing");
        assertThat(comparison.compare(recorded, "\nthe courier was rude").outcome())
                .isEqualTo(Outcome.SAME);
        assertThat(comparison.compare(recorded, "\nmy parcel is lost").after()).isEmpty();
        assertThat(comparison.compare(recorded, "\nit is broken").after()).isEqualTo("words-changed");
        assertThat(comparison.compare(recorded, null).after()).isEqualTo("not-recorded text");
    }

    @Test
    void allRowsOfATableThatCollectsAreCompared() throws Exception {
        DecisionComparison comparison = comparison(AUTHORITY, "<text>200.00</text>", "<text>250.00</text>");

        Line line = comparison.compare(
                new Recorded(
                        "C-2029-000001",
                        1,
                        false,
                        Instant.EPOCH,
                        "then",
                        Map.of("Input_kind", "voucher"),
                        List.of(),
                        List.of(
                                Map.of("group", "agents", "upTo", 30),
                                Map.of("group", "experts", "upTo", 200),
                                Map.of("group", "complaints", "upTo", 200),
                                Map.of("group", "recovery", "upTo", 500.0),
                                Map.of("group", "negotiators", "upTo", 2000.0),
                                Map.of("group", "managers", "upTo", 5000.0))),
                null);

        assertThat(line.differences())
                .containsExactly(
                        new Difference("upTo", "30, 200, 200, 500, 2000, 5000", "30, 250, 250, 500, 2000, 5000"));
    }

    @Test
    void aTableThatBreaksItsOwnRuleHasNoAnswer() throws Exception {
        String broken = read(TIERS)
                .replaceFirst("hitPolicy=\"[A-Z]+\"", "hitPolicy=\"UNIQUE\"")
                .replaceAll("(?s)<inputEntry (id=\"[^\"]+\")>\\s*<text>[^<]*</text>", "<inputEntry $1><text></text>");
        given(models.table("then")).willReturn(Optional.of(Files.readAllBytes(TIERS)));

        Line line = new DecisionComparison(engine, models, table(broken))
                .compare(recorded(Map.of("Input_risk", "none"), "x", "tier", "1"), null);

        assertThat(line.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void withoutTheTableOfThenNothingCanBeTold() throws Exception {
        DecisionComparison comparison = new DecisionComparison(engine, models, table(read(ROUTING)));

        Line line = comparison.compare(
                recorded(Map.of("Input_category", "delivery"), "Rule_Delivery", "team", "logistics"), null);

        assertThat(line.after()).isEqualTo("table-gone");
        assertThat(line.before()).isEqualTo("logistics");
    }

    @Test
    void aRestrictedCaseIsNotNamed() throws Exception {
        DecisionComparison comparison = comparison(ROUTING, "\"logistics\"", "\"quality\"");

        Line line = comparison.compare(
                new Recorded(
                        "C-2029-000001",
                        1,
                        true,
                        Instant.EPOCH,
                        "then",
                        Map.of("Input_category", "delivery"),
                        List.of("Rule_Delivery"),
                        List.of(Map.of("team", "logistics"))),
                null);

        assertThat(line.outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(line.reference()).isNull();
    }

    @Test
    void aTableWhoseOutputsAreWorkedOutIsNotShownWords() throws Exception {
        assertThat(table(read(CLASSIFICATION)).onlyNames()).isTrue();
        assertThat(table(read(CLASSIFICATION).replace("<text>\"delivery\"</text>", "<text>text</text>"))
                        .onlyNames())
                .isFalse();
    }

    private DecisionComparison comparison(Path file, String part, String other) throws Exception {
        given(models.table("then")).willReturn(Optional.of(Files.readAllBytes(file)));
        return new DecisionComparison(engine, models, table(read(file).replace(part, other)));
    }

    private Table table(String dmn) throws Exception {
        return Table.in(bytes(dmn), engine).get(0);
    }

    private static Recorded recorded(Map<String, Object> inputs, String rule, String output, Object value) {
        return new Recorded(
                "C-2029-000001",
                1,
                false,
                Instant.EPOCH,
                "then",
                inputs,
                List.of(rule),
                List.of(Map.of(output, value)));
    }

    private static String read(Path file) throws Exception {
        return Files.readString(file);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
