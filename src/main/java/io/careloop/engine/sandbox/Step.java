package io.careloop.engine.sandbox;

import java.util.function.Function;

/**
 * A task that would work by itself.
 *
 * @param calls name of the bean, or key of the decision
 * @param value of a variable by its name, as the task would see it; null for none
 */
public record Step(String node, String visit, String calls, Function<String, Object> value) {}
