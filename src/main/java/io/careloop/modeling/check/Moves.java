package io.careloop.modeling.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a case can go from each node of a diagram. What a gateway decided is remembered until something happens that may
 * change it, so that two gateways which ask the same one after the other do not contradict each other. Ways that begin
 * with an event of their own beside the process are not followed.
 */
final class Moves {

    private final Diagram diagram;
    private final Conditions conditions;
    private final Map<String, Set<String>> given = new HashMap<>();
    private final boolean remembering;

    /**
     * A case at a node.
     *
     * @param facts values that a variable can have here, where more is known than nothing
     * @param side  id of the process or subprocess in which this way runs beside the one that ends it; empty on that one
     */
    record State(Node node, Map<String, Set<String>> facts, String side) {}

    /**
     * A step on the way.
     *
     * @param flow   that is followed, null where none is drawn
     * @param before whether the node is left without having done what it does, by an event on its border
     */
    record Move(State to, Node flow, boolean before) {}

    /** @param given variables that are true all the way */
    Moves(Diagram diagram, Set<String> given) {
        this(diagram, given, true);
    }

    private Moves(Diagram diagram, Set<String> given, boolean remembering) {
        this.diagram = diagram;
        this.remembering = remembering;
        this.conditions = new Conditions(diagram);
        given.forEach(variable -> this.given.put(variable, Set.of(Conditions.TRUE)));
    }

    /**
     * The same without a memory of what gateways decided: more ways than there are, but no more than a diagram has nodes,
     * where every further gateway would double what there is to remember.
     */
    Moves forgetting() {
        return new Moves(diagram, given.keySet(), false);
    }

    boolean remembers() {
        return remembering;
    }

    Conditions conditions() {
        return conditions;
    }

    /** Where a process begins by itself; if it never does, where messages begin it. */
    List<State> starts(Node process) {
        List<Node> all = process.children("startEvent").toList();
        List<Node> plain =
                all.stream().filter(start -> start.eventDefinition().isEmpty()).toList();
        return (plain.isEmpty() ? all : plain)
                .stream().map(start -> new State(start, given, "")).toList();
    }

    List<Move> from(State state) {
        Node node = state.node();
        if (node.isScope()) {
            return Stream.concat(entered(state), attached(state)).toList();
        }
        if (node.is("endEvent")) {
            return left(state);
        }
        if (node.is("exclusiveGateway")) {
            return decided(state);
        }
        if (node.is("intermediateThrowEvent")
                && node.children("linkEventDefinition").findAny().isPresent()) {
            return linked(state);
        }
        if (diagram.outgoing(node).isEmpty()) {
            return Stream.concat(left(state).stream(), attached(state)).toList();
        }
        Map<String, Set<String>> facts = node.isGateway() && !node.is("parallelGateway") ? state.facts() : given;
        return Stream.concat(along(diagram.outgoing(node), facts, state.side()), attached(state))
                .toList();
    }

    /** Whether all that lead here must have arrived before it goes on. */
    boolean joins(Node node) {
        return node.is("parallelGateway") && diagram.incoming(node).size() > 1;
    }

    private Stream<Move> entered(State state) {
        Node scope = state.node();
        List<Node> starts = scope.children("startEvent").toList();
        Stream<Node> first = starts.isEmpty()
                ? scope.children()
                        .filter(Node::isFlowNode)
                        .filter(child -> diagram.incoming(child).isEmpty() && !child.isEventSubprocess())
                : starts.stream();
        return first.map(start -> new Move(new State(start, given, state.side()), null, false));
    }

    private Stream<Move> attached(State state) {
        Node activity = state.node();
        return activity.isActivity()
                ? diagram.boundaryEvents(activity).stream().map(event -> new Move(attached(event, state), null, true))
                : Stream.empty();
    }

    /** What an event sets off without interrupting runs beside the rest, which alone leads on. */
    private State attached(Node event, State state) {
        boolean beside = event.attribute("cancelActivity").equals("false");
        return new State(
                event, given, beside ? state.node().parent().orElseThrow().id() : state.side());
    }

    /** The end of a subprocess is its exit, unless an event on its border catches it. */
    private List<Move> left(State end) {
        Node scope = end.node().parent().orElseThrow();
        if (isThrown(end.node()) || scope.is("process") || scope.id().equals(end.side())) {
            return List.of();
        }
        return diagram.outgoing(scope).isEmpty()
                ? left(new State(scope, end.facts(), end.side()))
                : along(diagram.outgoing(scope), end.facts(), end.side()).toList();
    }

    private static boolean isThrown(Node end) {
        return end.children("errorEventDefinition").findAny().isPresent();
    }

    /** Whether a case, or one of its parallel ways, is over there, at an end that is drawn or not. */
    boolean isEnd(State state, List<Move> ahead) {
        boolean inProcess =
                state.node().parent().filter(parent -> parent.is("process")).isPresent();
        return state.side().isEmpty()
                && !state.node().isScope()
                && (inProcess || !isThrown(state.node()))
                && ahead.stream().allMatch(Move::before);
    }

    /** Whether a case goes on from here on all its ways at once, and each of them comes to its own end. */
    boolean splits(Node node) {
        return diagram.outgoing(node).size() > 1
                && (node.is("parallelGateway")
                        || !node.isGateway()
                                && diagram.outgoing(node).stream()
                                        .allMatch(flow -> flow.children("conditionExpression")
                                                .findAny()
                                                .isEmpty()))
                && diagram.nodes("endEvent").stream()
                        .noneMatch(end -> isThrown(end)
                                || end.children("terminateEventDefinition")
                                        .findAny()
                                        .isPresent());
    }

    private List<Move> linked(State state) {
        String name = state.node().eventDefinition().orElseThrow().name();
        return diagram.nodes("intermediateCatchEvent").stream()
                .filter(event -> event.children("linkEventDefinition")
                        .anyMatch(link -> link.name().equals(name)))
                .map(event -> new Move(new State(event, state.facts(), state.side()), null, false))
                .toList();
    }

    private Stream<Move> along(List<Node> flows, Map<String, Set<String>> facts, String side) {
        return flows.stream()
                .flatMap(flow -> diagram.find(flow.attribute("targetRef")).stream()
                        .map(target -> new Move(arriving(target, facts, side), flow, false)));
    }

    private State arriving(Node target, Map<String, Set<String>> facts, String side) {
        boolean remembered = remembering && (target.is("exclusiveGateway") || target.is("endEvent"));
        return new State(target, remembered ? facts : given, side);
    }

    /** The first exit whose condition holds; the default one if none does. */
    private List<Move> decided(State state) {
        List<Move> moves = new ArrayList<>();
        Map<String, Set<String>> left = state.facts();
        Node otherwise = null;
        for (Node flow : diagram.outgoing(state.node())) {
            if (flow.id().equals(state.node().attribute("default"))) {
                otherwise = flow;
                continue;
            }
            Conditions.Fact fact = conditions.of(flow).orElse(null);
            if (fact == null) {
                along(List.of(flow), left, state.side()).forEach(moves::add);
                continue;
            }
            Set<String> possible = left.getOrDefault(fact.variable(), conditions.domain(fact.variable()));
            Set<String> taken = new HashSet<>(possible);
            taken.retainAll(fact.values());
            if (!taken.isEmpty()) {
                along(List.of(flow), with(left, fact.variable(), taken), state.side())
                        .forEach(moves::add);
            }
            Set<String> others = new HashSet<>(possible);
            others.removeAll(fact.values());
            if (others.isEmpty()) {
                return moves;
            }
            left = with(left, fact.variable(), others);
        }
        if (otherwise != null) {
            along(List.of(otherwise), left, state.side()).forEach(moves::add);
        }
        return moves;
    }

    private static Map<String, Set<String>> with(Map<String, Set<String>> facts, String variable, Set<String> values) {
        Map<String, Set<String>> more = new HashMap<>(facts);
        more.put(variable, values);
        return more;
    }
}
