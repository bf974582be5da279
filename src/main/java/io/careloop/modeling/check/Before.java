package io.careloop.modeling.check;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;

/** What stands before a node on the ways that lead to it. */
final class Before {

    private final Diagram diagram;

    Before(Diagram diagram) {
        this.diagram = diagram;
    }

    /** The last tasks, or starts, with a form on each way; a way that comes over the border of a task has none of it. */
    Set<Node> formsOf(Node node) {
        Set<Node> forms = new LinkedHashSet<>();
        Set<Node> seen = new LinkedHashSet<>();
        Queue<Node> open = new ArrayDeque<>(before(node).toList());
        while (!open.isEmpty()) {
            Node earlier = open.remove();
            if (!seen.add(earlier)) {
                continue;
            }
            if (!earlier.camunda("formRef").isEmpty()) {
                forms.add(earlier);
            } else if (!earlier.is("userTask")) {
                before(earlier).forEach(open::add);
            }
        }
        return forms;
    }

    private Stream<Node> before(Node node) {
        if (node.is("startEvent")) {
            return node.parent().stream()
                    .filter(scope -> !scope.is("process") && !scope.isEventSubprocess())
                    .flatMap(this::leadingTo);
        }
        return leadingTo(node);
    }

    private Stream<Node> leadingTo(Node node) {
        return diagram.incoming(node).stream()
                .flatMap(flow -> diagram.find(flow.attribute("sourceRef")).stream())
                .flatMap(source -> source.isScope() ? source.children("endEvent") : Stream.of(source));
    }
}
