package io.careloop.modeling.check;

import io.careloop.modeling.check.Moves.Move;
import io.careloop.modeling.check.Moves.State;
import io.careloop.modeling.check.Rules.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Which steps every way through a process has passed by the time it reaches a node. Where ways meet, only what all of them
 * have passed counts; where parallel ways are joined, what any of them has.
 */
final class Ways {

    private static final int DEPTH = 5;
    private static final int MOST_STATES = 2_000;

    private final Diagram diagram;
    private Moves moves;
    private final List<Step> steps;
    private final Shelf shelf;
    private final int depth;
    private final Map<State, List<Arrival>> arrivals = new LinkedHashMap<>();
    private final Map<State, List<Move>> ahead = new LinkedHashMap<>();
    private final Map<Node, BitSet> done = new HashMap<>();
    private final Map<State, BitSet> passed = new LinkedHashMap<>();
    private final Set<State> starts;

    private record Arrival(State from, Move move) {}

    /** @param given variables that are true in the cases that are meant */
    Ways(Diagram diagram, Node process, Set<String> given, List<Step> steps, Shelf shelf) {
        this(diagram, process, given, steps, shelf, 0);
    }

    private Ways(Diagram diagram, Node process, Set<String> given, List<Step> steps, Shelf shelf, int depth) {
        this.diagram = diagram;
        this.moves = new Moves(diagram, given);
        this.steps = steps;
        this.shelf = shelf;
        this.depth = depth;
        this.starts = new LinkedHashSet<>(moves.starts(process));
        if (!explore()) {
            moves = moves.forgetting();
            ahead.clear();
            arrivals.clear();
            explore();
        }
        settle();
    }

    /** All that a case can reach. */
    List<State> reached() {
        return List.copyOf(passed.keySet());
    }

    /** Whether some way comes here past one of the steps. */
    boolean misses(State state) {
        return passed.get(state).cardinality() < steps.size();
    }

    /** Whether a case, or one of its parallel ways, is over there. */
    boolean isEnd(State state) {
        return moves.isEnd(state, ahead.get(state));
    }

    /**
     * Whether no case is over before it has passed all steps: of parallel ways that are not joined, one that passes a step
     * is enough, since a case waits for all of them.
     */
    boolean passAllBeforeTheEnd() {
        return IntStream.range(0, steps.size()).allMatch(this::passesBeforeTheEnd);
    }

    /** Begins with "everywhere" and takes away until nothing changes. */
    private boolean passesBeforeTheEnd(int step) {
        Set<State> passing = new LinkedHashSet<>(arrivals.keySet());
        while (passing.removeIf(state -> !passesFrom(state, step, passing))) {
            // what was taken away may take away others
        }
        return !starts.isEmpty() && passing.containsAll(starts);
    }

    private boolean passesFrom(State state, int step, Set<State> passing) {
        List<Move> onTheWay = ahead.get(state).stream()
                .filter(move -> move.to().side().equals(state.side()))
                .toList();
        Predicate<Move> passes = move -> !move.before() && does(state.node(), step)
                || isExit(move.flow(), steps.get(step))
                || passing.contains(move.to());
        if (isEnd(state) && !does(state.node(), step)) {
            return false;
        }
        return moves.splits(state.node())
                ? onTheWay.stream().anyMatch(passes)
                : onTheWay.stream().allMatch(passes);
    }

    static boolean isStep(Node node, Step step) {
        return step.calls() != null
                && step.calls().equals(node.delegate())
                && (step.input() == null || step.oneOf().contains(node.inputs().getOrDefault(step.input(), "")));
    }

    /** Names along a way that comes here past a step, from its start on. */
    List<String> wayPast(State state) {
        int missed = passed.get(state).nextClearBit(0);
        List<String> names = new ArrayList<>();
        Set<State> seen = new LinkedHashSet<>();
        State at = state;
        while (at != null && seen.add(at)) {
            if (!at.node().name().isEmpty() && !at.node().isGateway()) {
                names.add(0, at.node().name());
            }
            at = starts.contains(at)
                    ? null
                    : arrivals.get(at).stream()
                            .filter(arrival -> !seen.contains(arrival.from()))
                            .filter(arrival -> !brought(arrival).get(missed))
                            .map(Arrival::from)
                            .findFirst()
                            .orElse(null);
        }
        return names;
    }

    /** @return whether it could be done */
    private boolean explore() {
        Queue<State> open = new ArrayDeque<>(starts);
        starts.forEach(start -> arrivals.put(start, new ArrayList<>()));
        while (!open.isEmpty()) {
            if (arrivals.size() > MOST_STATES && moves.remembers()) {
                return false;
            }
            State state = open.remove();
            ahead.put(state, moves.from(state));
            for (Move move : ahead.get(state)) {
                if (!arrivals.containsKey(move.to())) {
                    arrivals.put(move.to(), new ArrayList<>());
                    open.add(move.to());
                }
                arrivals.get(move.to()).add(new Arrival(state, move));
            }
        }
        return true;
    }

    /** Begins with "all steps everywhere" and takes away until nothing changes. */
    private void settle() {
        arrivals.keySet().forEach(state -> {
            BitSet all = new BitSet();
            all.set(0, steps.size());
            passed.put(state, all);
        });
        boolean changed = true;
        while (changed) {
            changed = false;
            for (State state : arrivals.keySet()) {
                BitSet now = arriving(state);
                if (!now.equals(passed.get(state))) {
                    passed.put(state, now);
                    changed = true;
                }
            }
        }
    }

    private BitSet arriving(State state) {
        BitSet result = new BitSet();
        if (starts.contains(state)) {
            return result;
        }
        boolean joins = moves.joins(state.node());
        if (!joins) {
            result.set(0, steps.size());
        }
        for (Arrival arrival : arrivals.get(state)) {
            if (joins) {
                result.or(brought(arrival));
            } else {
                result.and(brought(arrival));
            }
        }
        return result;
    }

    private BitSet brought(Arrival arrival) {
        BitSet brought = (BitSet) passed.get(arrival.from()).clone();
        for (int i = 0; i < steps.size(); i++) {
            if (!arrival.move().before() && does(arrival.from().node(), i)
                    || isExit(arrival.move().flow(), steps.get(i))) {
                brought.set(i);
            }
        }
        return brought;
    }

    private boolean isExit(Node flow, Step step) {
        return flow != null
                && step.condition() != null
                && moves.conditions().allTrue(flow).containsAll(step.condition());
    }

    private boolean does(Node node, int step) {
        return done.computeIfAbsent(node, this::allDone).get(step);
    }

    private BitSet allDone(Node node) {
        BitSet all = new BitSet();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            all.set(i, isStep(node, step) || node.is("callActivity") && depth < DEPTH && doesInside(node, step));
        }
        return all;
    }

    /** A called diagram does it if all its ways do. */
    private boolean doesInside(Node call, Step step) {
        String key = call.attribute("calledElement");
        return shelf.diagram(key)
                .filter(called -> called != diagram)
                .map(called -> called.processes().stream()
                        .filter(process -> process.id().equals(key))
                        .map(process -> new Ways(called, process, Set.of(), List.of(step), shelf, depth + 1))
                        .anyMatch(inside -> inside.endsAfterAllSteps()))
                .orElse(false);
    }

    private boolean endsAfterAllSteps() {
        List<State> ends = reached().stream().filter(this::isEnd).toList();
        return !ends.isEmpty() && (ends.stream().noneMatch(this::misses) || passAllBeforeTheEnd());
    }
}
