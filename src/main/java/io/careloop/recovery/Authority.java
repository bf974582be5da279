package io.careloop.recovery;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who decides on one kind of compensation up to which sum of a case.
 *
 * @param limits in the order of the table
 */
public record Authority(List<Limit> limits) {

    /** @param upTo in the currency of the case; all that it got counts */
    public record Limit(String group, BigDecimal upTo) {}

    /** The highest limit of the groups; zero for those who decide nothing. */
    public BigDecimal limitOf(Collection<String> groups) {
        return limits.stream()
                .filter(limit -> groups.contains(limit.group()))
                .map(Limit::upTo)
                .max(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO.setScale(2));
    }

    /** Who is asked for this sum: the group with the lowest limit that covers it; empty if nobody's does. */
    public Optional<String> groupFor(BigDecimal sum) {
        return limits.stream()
                .filter(limit -> limit.upTo().compareTo(sum) >= 0)
                .min(Comparator.comparing(Limit::upTo))
                .map(Limit::group);
    }
}
