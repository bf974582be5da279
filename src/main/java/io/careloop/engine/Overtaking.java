package io.careloop.engine;

import java.time.Instant;

/** A decision that the release's version takes the place of an owner's. */
public record Overtaking(String name, String by, Instant at, String reason) {}
