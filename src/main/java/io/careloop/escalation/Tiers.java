package io.careloop.escalation;

import java.time.Duration;
import java.util.Optional;

/** The table of tiers. */
public interface Tiers {

    /** Asks for the tier to begin with. */
    int FIRST = 0;

    /** @return empty if there is no such tier */
    Optional<Tier> find(int wanted, String risk, int answeredBefore);

    /**
     * One tier.
     *
     * @param team  group whose members review
     * @param limit in opening hours
     * @param next  number of the next tier, 0 for none
     */
    record Tier(int number, String team, Duration limit, int next) {

        boolean isLast() {
            return next == 0;
        }
    }
}
