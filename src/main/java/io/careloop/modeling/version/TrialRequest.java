package io.careloop.modeling.version;

import java.time.Instant;
import java.util.Map;

/** What an owner wants to try; the parts are those of {@link Trial}. */
public record TrialRequest(
        DiagramVersion version,
        DiagramVersion rest,
        int percent,
        Map<CaseProperty, String> group,
        Instant endsAt,
        String reason) {}
