package io.careloop.cases;

import java.time.Instant;

/** A case as it stands in a list. */
public record CaseSummary(
        CaseReference reference,
        CaseStatus status,
        Stage stage,
        String about,
        String customer,
        String owner,
        String priority,
        Instant registeredAt) {}
