package io.careloop.modeling.version;

import java.util.Map;
import java.util.Set;

/**
 * Where new cases of a diagram begin, if not just in its newest version.
 *
 * @param newest    number of the newest version
 * @param kept      version that stays the current one whatever is deployed; null for the newest
 * @param trial     null for none
 * @param ids       of the engine's definitions, by number of the version
 * @param suspended numbers of versions in which nothing begins
 */
public record NewCases(int newest, Integer kept, Trial trial, Map<Integer, String> ids, Set<Integer> suspended) {

    /** Number of the version in which cases outside of a trial begin. */
    public int current() {
        int wanted = kept == null ? newest : kept;
        return ids.containsKey(wanted) ? wanted : newest;
    }

    boolean has(int version) {
        return ids.containsKey(version);
    }

    /** Whether cases can begin in the version on trial. */
    boolean canTry() {
        return has(trial.version()) && !suspended.contains(trial.version());
    }
}
