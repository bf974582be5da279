package io.careloop.insight;

import java.time.Instant;

/**
 * A process instance of a case.
 *
 * @param definition key of the diagram; {@code version} the newest under which it ran
 * @param calledBy   id of the instance that called it; null for one that stands alone
 * @param state      as the engine's history says it; null while it runs
 * @param row        of the newest fact about it
 */
record InstanceRun(
        String id,
        String definition,
        int version,
        String definitionId,
        String calledBy,
        String startedBy,
        Instant startedAt,
        Instant endedAt,
        String state,
        long row) {}
