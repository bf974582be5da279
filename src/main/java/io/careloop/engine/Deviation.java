package io.careloop.engine;

/**
 * Something that runs in other words than the release has.
 *
 * @param running  the version that runs
 * @param owners   its content
 * @param released what the release brings in its place
 */
public record Deviation(RunningModel running, byte[] owners, ModelFile released, Origin origin) {}
