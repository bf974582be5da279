package io.careloop.engine;

import java.util.Set;

/**
 * A new task waits for members of groups. Heard within the transaction that opened it.
 *
 * @param businessKey of the task's process instance, may be null
 */
public record TaskOffered(String taskId, String businessKey, Set<String> groups) {}
