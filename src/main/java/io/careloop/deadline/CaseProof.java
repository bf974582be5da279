package io.careloop.deadline;

import java.util.List;

/** The clocks of a case, and what was recorded of them. */
public record CaseProof(List<ClockProof> clocks, FactChain chain) {

    /** Whether the due date follows from facts that nobody touched. */
    public boolean isProven(ClockProof clock) {
        return clock.isRecounted() && chain.isIntact();
    }
}
