package io.careloop.modeling.version;

import java.time.Instant;
import java.util.Map;

/**
 * A version that is tried on a part of the new cases.
 *
 * @param key     of the diagram
 * @param version on trial
 * @param rest    version in which all other cases begin
 * @param percent share of the cases, or of those of the group
 * @param group   what the cases have in common; empty for all
 * @param endsAt  from then on all cases begin in the rest's version
 * @param ending  null until somebody has decided
 */
public record Trial(
        long id,
        String key,
        int version,
        int rest,
        int percent,
        Map<CaseProperty, String> group,
        Instant endsAt,
        String by,
        Instant at,
        String reason,
        Ending ending) {

    /** What becomes of the version. */
    public enum Result {
        /** All new cases begin in it. */
        CURRENT,
        /** No new case does. */
        GIVEN_UP
    }

    public record Ending(Result result, String by, Instant at, String reason) {}

    public boolean isDecided() {
        return ending != null;
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(endsAt);
    }
}
