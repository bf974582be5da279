package io.careloop.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts, and who may decide on them. */
class MoneyTests {

    private static final Authority AUTHORITY = new Authority(List.of(
            new Authority.Limit("agents", new BigDecimal("30.00")),
            new Authority.Limit("managers", new BigDecimal("5000.00")),
            new Authority.Limit("experts", new BigDecimal("200.00"))));

    @ParameterizedTest
    @CsvSource({"30, 30.00", "30.0, 30.00", "30.01, 30.01", "' 0 ', 0.00", "007.5, 7.50"})
    void whatIsTypedIsReadToTheCent(String typed, BigDecimal amount) {
        assertThat(Money.typed(typed)).contains(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "30.001", "1e3", "30,00", "1 000", "1.", ".5", "NaN", "１０", "9999999999"})
    void anythingElseIsNoAmount(String typed) {
        assertThat(Money.typed(typed)).isEmpty();
    }

    @Test
    void aShareIsCutToTheCentBelow() {
        assertThat(Money.of("33.33", "CNY").percent(150)).isEqualTo(Money.of("49.99", "CNY"));
    }

    @Test
    void currenciesDoNotMix() {
        assertThatThrownBy(() -> Money.of("1", "CNY").plus(Money.of("1", "USD")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.of("-0.01", "CNY")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.of("0.001", "CNY")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void theHighestLimitOfAllGroupsCounts() {
        assertThat(AUTHORITY.limitOf(List.of("agents", "experts"))).isEqualByComparingTo("200");
        assertThat(AUTHORITY.limitOf(List.of("logistics"))).isEqualByComparingTo("0");
    }

    @Test
    void whoeverHasTheLowestLimitThatCoversItIsAsked() {
        assertThat(AUTHORITY.groupFor(new BigDecimal("30.00"))).contains("agents");
        assertThat(AUTHORITY.groupFor(new BigDecimal("30.01"))).contains("experts");
        assertThat(AUTHORITY.groupFor(new BigDecimal("200.01"))).contains("managers");
        assertThat(AUTHORITY.groupFor(new BigDecimal("5000.01"))).isEmpty();
    }
}
