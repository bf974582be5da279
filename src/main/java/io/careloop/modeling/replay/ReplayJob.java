package io.careloop.modeling.replay;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** What a run has to do. */
interface ReplayJob {

    /** @param until not included */
    record Period(Instant from, Instant until) {}

    /** How much there is to look at. */
    long total();

    /**
     * Gives a line for each thing that was recorded, some at a time.
     *
     * @param take may throw to end it
     */
    void run(Consumer<List<Line>> take);
}
