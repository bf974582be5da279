package io.careloop.engine;

/**
 * A version that the engine has of a diagram, table or form; the newest unless somebody asks for others.
 *
 * @param name         as people call it, null if it has none
 * @param resourceName of its file within its deployment
 */
public record RunningModel(
        ModelKind kind, String key, String name, int version, String deploymentId, String resourceName) {}
