package io.careloop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTermsTests {

    @ParameterizedTest
    @CsvSource({
        "C-2026-000042, C-2026-000042",
        "c-2026-42, C-2026-000042",
        "2026-42, C-2026-000042",
        "42, C-____-000042",
        "#000042, C-____-000042"
    })
    void aNumberIsUnderstoodHoweverItIsWritten(String typed, String pattern) {
        assertThat(new SearchTerms(typed).referencePattern()).contains(pattern);
    }

    @ParameterizedTest
    @CsvSource({"138 0013 8000, 13800138000", "+86 138-0013-8000, 8613800138000", "(021) 5555 1234, 2155551234"})
    void aPhoneNumberIsLookedForByItsEnd(String typed, String ending) {
        assertThat(new SearchTerms(typed).phoneEnding()).contains(ending);
    }

    @Test
    void aFewDigitsAreNoPhoneNumber() {
        assertThat(new SearchTerms("1234").phoneEnding()).isEmpty();
        assertThat(new SearchTerms("order 12345").phoneEnding()).isEmpty();
    }

    @Test
    void signsOfTheDatabaseMeanThemselves() {
        assertThat(new SearchTerms("100% a_b \\").wordPatterns()).containsExactly("%100\\%%", "%a\\_b%", "%\\\\%");
        assertThat(new SearchTerms("a%@example.org").emailPattern()).contains("a\\%@example.org%");
    }

    @Test
    void wordsAreSplitAtChineseSpacesToo() {
        assertThat(new SearchTerms("退款　发票 late").wordPatterns()).containsExactly("%退款%", "%发票%", "%late%");
    }

    @Test
    void nothingTypedIsNoQuestion() {
        assertThat(new SearchTerms(" \u0000\n ").isEmpty()).isTrue();
        assertThat(new SearchTerms(null).isEmpty()).isTrue();
        assertThat(new SearchTerms("😀".repeat(500)).typed()).hasSize(400);
    }
}
