package io.careloop.deadline;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides for which reasons a clock may be paused, and for how long. */
public interface PauseRules {

    /** The reasons that are allowed for a clock of a case, in the order in which they are offered. */
    List<PauseRule> of(String reference, ClockKind kind);

    /** All reasons that the rules of some case may allow. */
    Set<String> reasons();

    default Optional<PauseRule> find(String reference, ClockKind kind, String reason) {
        return of(reference, kind).stream()
                .filter(rule -> rule.reason().equals(reason))
                .findFirst();
    }
}
