package io.careloop.engine.sandbox;

import java.time.Instant;

/**
 * Something that an instance waits for.
 *
 * @param node  id of the task or event
 * @param visit id of the visit of the node; null where the node is reached only by what is waited for
 * @param at    id of the visit at which the case stands meanwhile; null where it stands at none
 * @param dueAt of a timer; null for everything else
 */
public record Wait(Kind kind, String node, String visit, String at, Instant dueAt, Object handle) {

    /** What has to happen. */
    public enum Kind {
        /** A person completes a task. */
        TASK,
        /** A message or signal comes. */
        EVENT,
        /** A called diagram comes to its end. */
        CALL,
        TIMER,
        /** The engine goes on in a transaction of its own. */
        JOB
    }
}
