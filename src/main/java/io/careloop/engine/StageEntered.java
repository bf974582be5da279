package io.careloop.engine;

/**
 * A process has come to a part of its diagram that carries the property {@code careloop.stage}. Published within the
 * engine's transaction.
 *
 * @param stage the value of the property
 */
public record StageEntered(String businessKey, String stage) {}
