package io.careloop.engine;

/** A diagram or a table that somebody deployed and the release does not have. */
public record Addition(RunningModel running, Origin origin) {}
