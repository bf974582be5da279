package io.careloop.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What the table of service levels was asked about cases of the past, and what another one answers. */
public interface LevelsAsked {

    /** By reference, in the order of asking. */
    Map<String, List<Asked>> of(Collection<String> references);

    /**
     * @param category null while the case was not classified
     * @param was      what was answered
     * @param would    what the other table answers; null for no limits
     */
    record Asked(Instant at, String category, ServiceLevel was, ServiceLevel would) {}
}
