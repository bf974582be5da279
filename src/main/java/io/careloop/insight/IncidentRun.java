package io.careloop.insight;

import java.time.Instant;

/** Something went wrong in the engine and was, or is to be, repaired. {@code closedAt} is null while it is open. */
record IncidentRun(
        String id,
        String instance,
        String definition,
        int version,
        String node,
        String type,
        String message,
        Instant openedAt,
        Instant closedAt,
        long row) {}
