package io.careloop.engine;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Says in which version of its diagram a process instance begins. Asked at each start, by whatever road it comes (key,
 * message, signal, timer, form, call activity), so it answers from memory.
 */
public interface VersionChoice {

    /** Empty if the version that was asked for is the right one. */
    Optional<Chosen> choose(Start start);

    /**
     * What is about to begin.
     *
     * @param key         of the diagram
     * @param version     that was asked for; by most roads the newest
     * @param businessKey null if the instance gets none
     */
    record Start(String key, int version, String businessKey) {}

    /**
     * @param definitionId of the engine's definition; one that is gone, or has not the same start, is passed over
     * @param begun        is told the id of the instance, in the transaction in which it begins, if it begins there
     */
    record Chosen(String definitionId, Consumer<String> begun) {}
}
