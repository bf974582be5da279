package io.careloop.deadline;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a case is promised: how long each of its clocks may run and when staff are warned. */
public record ServiceLevel(Term firstResponse, Term resolution) {

    /** @param warningPercent share of the limit after which staff are warned, 1 to 100 */
    public record Term(Limit limit, int warningPercent) {

        /** @throws IllegalArgumentException if the share is not from 1 to 100 */
        public Term {
            if (warningPercent < 1 || warningPercent > 100) {
                throw new IllegalArgumentException("A warning comes after 1 to 100 percent, not " + warningPercent);
            }
        }

        private Term with(Optional<Limit> other) {
            return other.map(given -> new Term(given, warningPercent)).orElse(this);
        }

        List<Threshold> thresholds() {
            return warningPercent == 100
                    ? List.of(Threshold.once(100))
                    : List.of(Threshold.once(warningPercent), Threshold.once(100));
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
