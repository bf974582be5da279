package io.careloop.modeling.check;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;

/** A case that begins comes to an end some day. What only watches beside it may go round for as long as the case lasts. */
class EndCheck implements DiagramCheck {

    @Override
    public void check(Diagram diagram, Shelf shelf, Findings findings) {
        diagram.nodes("startEvent").stream()
                .filter(start -> start.parent()
                        .filter(scope -> !scope.isEventSubprocess())
                        .isPresent())
                .filter(start -> !comesToAnEnd(start, diagram))
                .forEach(start -> findings.fault(start, "no-end"));
    }

    private static boolean comesToAnEnd(Node start, Diagram diagram) {
        Set<Node> seen = new HashSet<>();
        Queue<Node> open = new ArrayDeque<>(Set.of(start));
        while (!open.isEmpty()) {
            Node node = open.remove();
            if (diagram.outgoing(node).isEmpty()) {
                return true;
            }
            after(node, diagram).filter(seen::add).forEach(open::add);
        }
        return false;
    }

    private static Stream<Node> after(Node node, Diagram diagram) {
        return Stream.concat(
                diagram.outgoing(node).stream().flatMap(flow -> diagram.find(flow.attribute("targetRef")).stream()),
                diagram.boundaryEvents(node).stream()
                        .filter(event -> !event.attribute("cancelActivity").equals("false")));
    }
}
