package io.careloop.insight.figures;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** How the service did: the KPIs of a period, their trend, and how it was before. */
@Service
public class KpiFigures {

    private static final int DAYS_EACH = 31;
    private static final int WEEKS_EACH = 190;

    private final Figures figures;
    private final KpiDefinitions definitions;

    KpiFigures(Figures figures, KpiDefinitions definitions) {
        this.figures = figures;
        this.definitions = definitions;
    }

    /** All KPIs, in the order of their definitions. */
    public List<Kpi> of(Period period, Slice slice) {
        Map<LocalDate, Map<String, Tally>> steps = new TreeMap<>();
        Map<String, Tally> now = new HashMap<>();
        figures.daily(KpiSource.SUBJECT, period, slice)
                .forEach((day, items) -> items.forEach((item, tally) -> {
                    add(steps.computeIfAbsent(step(day, period), none -> new HashMap<>()), item, tally);
                    add(now, item, tally);
                }));
        Map<String, Tally> before = new HashMap<>();
        figures.of(KpiSource.SUBJECT, period.before(), slice).forEach((item, tally) -> add(before, item, tally));
        return definitions.all().stream()
                .map(definition -> new Kpi(
                        definition,
                        value(definition, now),
                        value(definition, before),
                        steps.entrySet().stream()
                                .map(step -> step(step.getKey(), period, value(definition, step.getValue())))
                                .toList()))
                .toList();
    }

    private static void add(Map<String, Tally> all, Item item, Tally tally) {
        all.computeIfAbsent(item.id(), none -> new Tally()).add(tally);
    }

    private static Step step(LocalDate first, Period period, Value value) {
        LocalDate last = first.plus(stepLength(period)).minusDays(1);
        return new Step(
                first.isBefore(period.from()) ? period.from() : first,
                last.isAfter(period.to()) ? period.to() : last,
                value);
    }

    private static java.time.Period stepLength(Period period) {
        if (period.days() <= DAYS_EACH) {
            return java.time.Period.ofDays(1);
        }
        return period.days() <= WEEKS_EACH ? java.time.Period.ofWeeks(1) : java.time.Period.ofMonths(1);
    }

    /** The first day of the step of the trend: a day, a week or a month. */
    private static LocalDate step(LocalDate day, Period period) {
        if (period.days() <= DAYS_EACH) {
            return day;
        }
        return period.days() <= WEEKS_EACH
                ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                : day.withDayOfMonth(1);
    }

    private static Value value(KpiDefinition definition, Map<String, Tally> tallies) {
        Tally tally = tallies.getOrDefault(definition.id(), new Tally());
        if (definition.isShare()) {
            long of = tally.count(2);
            return new Value(
                    tally.count(0), of == 0 ? null : (double) tally.count(1) / of, null, null, tally.count(1), of);
        }
        Spread spread = tally.waits();
        Double mean = spread.count() == 0 ? null : spread.sum() / spread.count();
        boolean isScore = "score".equals(definition.unit());
        Double median = spread.percentile(Shares.MEDIAN);
        return new Value(
                tally.count(0), isScore ? mean : median, isScore ? median : mean, spread.percentile(Shares.P90), 0, 0);
    }

    /** @param trend steps in which something was counted, in their order */
    public record Kpi(KpiDefinition definition, Value now, Value before, List<Step> trend) {

        /** {@code better}, {@code worse}, {@code same}, or null if there is nothing to compare. */
        public String change() {
            if (now.main() == null || before.main() == null) {
                return null;
            }
            int compared = now.main().compareTo(before.main());
            if (compared == 0) {
                return "same";
            }
            return compared > 0 == "higher".equals(definition.better()) ? "better" : "worse";
        }
    }

    /**
     * @param n    cases that were counted
     * @param main the share from 0 to 1, the median of times, the mean of scores; null if nothing was counted
     * @param mean of times; the median of scores
     * @param p90  null for a share
     * @param part what is inside of a share; 0 unless it is one
     * @param of   of how many
     */
    public record Value(long n, Double main, Double mean, Double p90, long part, long of) {

        /** @param which {@code inside} or {@code outside} of a share */
        public long side(String which) {
            return "inside".equals(which) ? part : of - part;
        }
    }

    /** Days of the period, from the first to the last. */
    public record Step(LocalDate from, LocalDate to, Value value) {}
}
