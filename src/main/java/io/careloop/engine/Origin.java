package io.careloop.engine;

import java.time.Instant;

/**
 * How a version came into the engine.
 *
 * @param user   id of whoever deployed it, null if that was the application, or is not known any more
 * @param source what it was deployed with, such as "Camunda Modeler"; may be null
 */
public record Origin(String user, Instant deployedAt, String source) {}
