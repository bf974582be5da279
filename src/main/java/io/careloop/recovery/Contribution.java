package io.careloop.recovery;

import io.careloop.cases.CaseReference;
import java.time.Instant;

/**
 * One thing that made the customer less content.
 *
 * @param occurrence tells it from others of the case: the same occurrence counts once
 * @param happening  code of what it is, as the decision table knows it
 * @param detail     what exactly; may be null
 * @param recovery   the recovery that it started or joined; else null
 */
public record Contribution(
        CaseReference reference,
        String occurrence,
        String happening,
        int points,
        String detail,
        Instant at,
        Long recovery) {}
