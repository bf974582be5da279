package io.careloop.benchmark;

import io.careloop.benchmark.DatabaseServer.Work;
import io.careloop.benchmark.Meter.Cost;
import io.careloop.benchmark.Statements.Count;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** The costs of many cases: medians of what was counted, and averages by purpose. */
record CaseCosts(List<Cost> costs) {

    long statements() {
        return median(cost -> cost.statements().statements());
    }

    long roundTrips() {
        return median(cost -> cost.statements().roundTrips());
    }

    long ofWork(ToLongFunction<Work> number) {
        return median(cost -> number.applyAsLong(cost.work()));
    }

    /** Counts of all cases together, by verb and table. */
    Map<String, Count> byPurpose() {
        Map<String, Count> sums = new TreeMap<>();
        costs.forEach(
                cost -> cost.statements().byPurpose().forEach((key, count) -> sums.merge(key, count, Count::plus)));
        return sums;
    }

    double perCase(int sum) {
        return (double) sum / costs.size();
    }

    private long median(ToLongFunction<Cost> number) {
        return costs.stream()
                .mapToLong(number)
                .sorted()
                .skip(costs.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
