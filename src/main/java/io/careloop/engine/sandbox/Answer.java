package io.careloop.engine.sandbox;

import java.util.Map;

/** What came of a task. */
public sealed interface Answer {

    /** @param variables that it left behind */
    record Done(Map<String, Object> variables) implements Answer {}

    /** @param code of the error, which a boundary event may catch */
    record Failed(String code) implements Answer {}
}
