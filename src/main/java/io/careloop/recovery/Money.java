package io.careloop.recovery;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount with two decimals, zero or more.
 *
 * @param currency ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {

    private static final Pattern TYPED = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");

    /**
     * @throws IllegalArgumentException for an amount below zero
     * @throws ArithmeticException      for a fraction of the smallest coin
     */
    public Money {
        amount = amount.setScale(2);
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("An amount is zero or more, not " + amount);
        }
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), currency);
    }

    /** What somebody typed, such as {@code 30} or {@code 30.01}; empty for anything else. */
    public static Optional<BigDecimal> typed(String text) {
        return text != null && TYPED.matcher(text.strip()).matches()
                ? Optional.of(new BigDecimal(text.strip()).setScale(2))
                : Optional.empty();
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean exceeds(Money other) {
        return compareTo(other) > 0;
    }

    /** The given share of it, to the cent below. */
    public Money percent(int percent) {
        return new Money(
                amount.movePointLeft(2).multiply(BigDecimal.valueOf(percent)).setScale(2, RoundingMode.DOWN), currency);
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "%s and %s cannot be counted together".formatted(currency, other.currency));
        }
        return other;
    }

    /** As people read it, such as {@code 30.01 CNY}. */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }
}
