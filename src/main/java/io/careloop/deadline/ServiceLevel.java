package io.careloop.deadline;

import java.util.Optional;
import java.util.function.Function;

/** What a case is promised: how long each of its clocks may run. */
public record ServiceLevel(Term firstResponse, Term resolution) {

    /** What one of the clocks is held to. */
    public record Term(Limit limit) {

        private Term with(Optional<Limit> other) {
            return other.map(Term::new).orElse(this);
        }
    }

    /** With the limits that are given in place of its own. */
    ServiceLevel with(Function<ClockKind, Optional<Limit>> limits) {
        return new ServiceLevel(
                firstResponse.with(limits.apply(ClockKind.FIRST_RESPONSE)),
                resolution.with(limits.apply(ClockKind.RESOLUTION)));
    }

    Term of(ClockKind kind) {
        return kind == ClockKind.FIRST_RESPONSE ? firstResponse : resolution;
    }
}
