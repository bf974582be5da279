package io.careloop.engine;

import java.util.Optional;
import java.util.function.Function;

/**
 * Knows what may not end yet. All beans of this type are asked whenever an instance of a process ends, however that comes:
 * along its diagram, by a change of the instance, or by its deletion.
 */
public interface EndingGuard {

    /**
     * @param businessKey may be null
     * @param variables   gives the value of a variable of the instance, null if there is none
     * @return code of the sentence for whoever tries, {@code refusal.<code>}; empty if it may end
     */
    Optional<String> keepsOpen(String processKey, String businessKey, Function<String, Object> variables);
}
