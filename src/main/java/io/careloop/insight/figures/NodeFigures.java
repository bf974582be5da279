package io.careloop.insight.figures;

/**
 * How a node of a diagram did. Times in milliseconds; null where there was none.
 *
 * @param again      visits after the first one of the same instance
 * @param failed     visits with an incident
 * @param breached   visits during which a deadline passed
 * @param unfinished visits with which the case ended before it was finished
 * @param waited     sum of all waiting
 * @param worked     sum of all work
 */
public record NodeFigures(
        String node,
        long visits,
        long again,
        long failed,
        long breached,
        long unfinished,
        Double medianWait,
        Double p90Wait,
        Double medianWork,
        Double p90Work,
        double waited,
        double worked) {

    static NodeFigures of(String node, Tally tally) {
        return new NodeFigures(
                node,
                tally.count(0),
                tally.count(1),
                tally.count(2),
                tally.count(3),
                tally.count(4),
                tally.waits().percentile(Shares.MEDIAN),
                tally.waits().percentile(Shares.P90),
                tally.works().percentile(Shares.MEDIAN),
                tally.works().percentile(Shares.P90),
                tally.waits().sum(),
                tally.works().sum());
    }

    /** Visits that were not right at first: again, or with an incident. */
    public double errorRate() {
        return visits == 0 ? 0 : (double) (again + failed) / visits;
    }

    /** What doing it again cost, at the average of its visits. */
    public double reworked() {
        return visits == 0 ? 0 : worked / visits * again;
    }
}
