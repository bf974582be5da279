package io.careloop.modeling.version;

import java.time.Instant;
import java.util.Map;

/**
 * One time that cases were moved from one version of a diagram to another.
 *
 * @param places chosen, by id of the node that was left
 */
public record Migration(
        long id,
        String key,
        int from,
        int to,
        Map<String, String> places,
        String batchId,
        String by,
        Instant at,
        String reason) {

    /** What to choose for the way back. */
    public Map<String, String> placesBack() {
        return MigrationDraft.reversed(places);
    }
}
