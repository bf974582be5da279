package io.careloop.insight.web;

import io.careloop.insight.figures.NodeFigures;
import java.util.function.Function;

/** What a diagram is coloured by, in the order of its table. */
enum Measure {
    VISITS("visits", "count", node -> (double) node.visits()),
    MEDIAN_WAIT("waited", "length", NodeFigures::medianWait),
    P90_WAIT("waited", "length", NodeFigures::p90Wait),
    MEDIAN_WORK("worked", "length", NodeFigures::medianWork),
    P90_WORK("worked", "length", NodeFigures::p90Work),
    AGAIN("again", "count", node -> (double) node.again()),
    FAILED("failed", "count", node -> (double) node.failed()),
    ERROR_RATE("error", "share", NodeFigures::errorRate),
    BREACHED("breached", "count", node -> (double) node.breached()),
    UNFINISHED("unfinished", "count", node -> (double) node.unfinished());

    private final String which;
    private final String unit;
    private final Function<NodeFigures, Double> value;

    Measure(String which, String unit, Function<NodeFigures, Double> value) {
        this.which = which;
        this.unit = unit;
        this.value = value;
    }

    /** Which visits are behind it. */
    public String which() {
        return which;
    }

    boolean isOfWaiting() {
        return which.equals("waited");
    }

    /** Null for none. */
    public Double of(NodeFigures node) {
        return value.apply(node);
    }

    double orZero(NodeFigures node) {
        Double found = of(node);
        return found == null ? 0 : found;
    }

    public String show(NodeFigures node, FigureTexts texts) {
        return switch (unit) {
            case "length" -> texts.length(of(node));
            case "share" -> texts.share(of(node));
            default -> texts.count(of(node));
        };
    }
}
