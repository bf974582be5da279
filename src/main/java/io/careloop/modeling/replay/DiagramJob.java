package io.careloop.modeling.replay;

import io.careloop.engine.sandbox.Sandbox;
import io.careloop.insight.RecordedWays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** A changed diagram against every instance of it that started in a period and has ended. */
class DiagramJob implements ReplayJob {

    /** Cases that are held at once. */
    private static final int PART = 40;

    private static final int SHARE = 10;

    private final RecordedWays recorded;
    private final Supplier<Sandbox> sandboxes;
    private final Function<Sandbox, DiagramComparison> comparisons;
    private final Shares shares;
    private final String diagram;
    private final Period period;

    DiagramJob(
            RecordedWays recorded,
            Supplier<Sandbox> sandboxes,
            Function<Sandbox, DiagramComparison> comparisons,
            ExecutorService workers,
            String diagram,
            Period period) {
        this.recorded = recorded;
        this.sandboxes = sandboxes;
        this.comparisons = comparisons;
        this.shares = new Shares(workers, SHARE);
        this.diagram = diagram;
        this.period = period;
    }

    @Override
    public long total() {
        return recorded.count(diagram, period.from(), period.until());
    }

    @Override
    public void run(Consumer<List<Line>> take) {
        try (Sandbox sandbox = sandboxes.get()) {
            DiagramComparison comparison = comparisons.apply(sandbox);
            recorded.each(
                    diagram,
                    period.from(),
                    period.until(),
                    PART,
                    part -> take.accept(shares.compared(part, comparison::compare)));
        }
    }
}
