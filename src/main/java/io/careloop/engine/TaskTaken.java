package io.careloop.engine;

/**
 * Somebody has a task now: claimed, or handed to them. Heard within the transaction of the engine.
 *
 * @param processKey  of the diagram
 * @param taskKey     id of the task's node in it
 * @param businessKey of the process instance, null if it has none
 * @param user        user id
 */
public record TaskTaken(String processKey, String taskKey, String businessKey, String user) {}
