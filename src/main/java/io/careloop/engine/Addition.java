package io.careloop.engine;

/** A diagram, a table or a form that somebody deployed and the release does not have. */
public record Addition(RunningModel running, Origin origin) {}
