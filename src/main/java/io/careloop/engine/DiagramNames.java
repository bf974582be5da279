package io.careloop.engine;

import java.util.Set;

/**
 * What expressions of diagrams may name beside the variables of a case. The checks of a deployment and the engine that
 * evaluates an expression hold to the same list.
 *
 * @param beans      parts of the application that can be read; delegates need not stand here, since a task may call any
 * @param functions  such as {@code now}
 * @param properties of the engine's own objects, such as {@code execution.processBusinessKey}
 */
public record DiagramNames(Set<String> beans, Set<String> functions, Set<String> properties) {

    static final DiagramNames NONE = new DiagramNames(Set.of(), Set.of(), Set.of());
}
