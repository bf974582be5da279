package io.careloop.engine;

import java.util.Set;

/**
 * What the guards look at of a task.
 *
 * @param key         id of its node in the diagram, null for a task without one
 * @param businessKey of its process instance, null if it has none
 * @param assignee    null if nobody has claimed the task
 */
record GuardedTask(String id, String key, String businessKey, String assignee, Set<String> candidateGroups) {

    boolean isFree() {
        return assignee == null;
    }

    boolean isOf(Caller caller) {
        return caller.user().equals(assignee);
    }
}
