package io.careloop.modeling.version;

import java.time.Instant;
import java.util.List;

/**
 * What becomes of one case when it changes its version.
 *
 * @param instance  id of its process instance
 * @param reference of the case
 * @param obstacles why it cannot be moved; it stays if there are any
 */
public record CaseMove(
        String instance,
        String reference,
        List<Place> before,
        List<Place> after,
        List<Deadline> deadlines,
        List<Obstacle> obstacles) {

    public boolean isPossible() {
        return obstacles.isEmpty();
    }

    /**
     * When a task is due, or a timer fires.
     *
     * @param before null if it begins with the move
     * @param after  null if it ends with the move
     */
    public record Deadline(Place place, boolean isTimer, Instant before, Instant after) {

        public boolean isKept() {
            return before != null && before.equals(after);
        }

        boolean isLater() {
            return before != null && after != null && after.isAfter(before);
        }
    }
}
