package io.careloop.modeling.version;

/**
 * Why something cannot be moved.
 *
 * @param place   where, or null if it is about the case as a whole
 * @param target  where it was to go, or null
 * @param key     of the sentence that says it, after {@code versions.obstacle.}
 * @param detail  the engine's own words where there is no sentence for it
 */
public record Obstacle(Place place, Place target, String key, String detail) {

    static Obstacle of(Place place, Place target, String engineWords) {
        return new Obstacle(place, target, EngineWords.keyOf(engineWords), engineWords);
    }
}
