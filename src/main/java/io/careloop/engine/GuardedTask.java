package io.careloop.engine;

import java.util.Set;

/**
 * What the guards look at of a task.
 *
 * @param assignee null if nobody has claimed the task
 */
record GuardedTask(String assignee, Set<String> candidateGroups) {

    boolean isFree() {
        return assignee == null;
    }

    boolean isOf(Caller caller) {
        return caller.user().equals(assignee);
    }
}
