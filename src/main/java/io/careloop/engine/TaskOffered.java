package io.careloop.engine;

import java.util.Set;

/**
 * A new task waits for members of groups. Heard within the transaction that opened it.
 *
 * @param businessKey of the task's process instance, may be null
 * @param notice      by which message its diagram wants them told; null if it does not
 */
public record TaskOffered(String taskId, String businessKey, Set<String> groups, String notice) {}
