package io.careloop.modeling.check;

import java.util.Optional;
import java.util.stream.Stream;

/** Looks for whatever catches an error or an escalation, outwards from where it is thrown. */
record Caught(Kind kind, String code) {

    enum Kind {
        ERROR("errorEventDefinition", "error"),
        ESCALATION("escalationEventDefinition", "escalation");

        private final String definition;
        private final String type;

        Kind(String definition, String type) {
            this.definition = definition;
            this.type = type;
        }

        String definition() {
            return definition;
        }

        /** Empty if the event names none, and so catches all. */
        String codeOf(Node eventDefinition, Diagram diagram) {
            return Optional.ofNullable(diagram.names(type, type + "Code").get(eventDefinition.attribute(type + "Ref")))
                    .orElse("");
        }
    }

    boolean isCaught(Node thrower, Diagram diagram, Shelf shelf) {
        return isCaughtIn(thrower, diagram) || isCaughtByCaller(thrower, diagram, shelf);
    }

    /** At the element itself, at a subprocess around it, or by an event subprocess beside it. */
    private boolean isCaughtIn(Node thrower, Diagram diagram) {
        return Stream.concat(Stream.of(thrower), thrower.ancestors())
                .anyMatch(around -> diagram.boundaryEvents(around).stream().anyMatch(event -> catches(event, diagram))
                        || around.isScope() && hasEventSubprocess(around, diagram));
    }

    private boolean hasEventSubprocess(Node scope, Diagram diagram) {
        return scope.children()
                .filter(Node::isEventSubprocess)
                .flatMap(subprocess -> subprocess.children("startEvent"))
                .anyMatch(event -> catches(event, diagram));
    }

    private boolean catches(Node event, Diagram diagram) {
        return event.children(kind.definition())
                .map(definition -> kind.codeOf(definition, diagram))
                .anyMatch(caught -> caught.isEmpty() || caught.equals(code));
    }

    private boolean isCaughtByCaller(Node thrower, Diagram diagram, Shelf shelf) {
        String process = thrower.ancestors()
                .filter(node -> node.is("process"))
                .map(Node::id)
                .findFirst()
                .orElse("");
        return shelf.all()
                .filter(caller -> caller != diagram)
                .anyMatch(caller -> caller.nodes("callActivity").stream()
                        .filter(call -> call.attribute("calledElement").equals(process))
                        .anyMatch(call -> isCaughtIn(call, caller)));
    }
}
