package io.careloop.modeling.replay;

import io.careloop.engine.HistoryFact;
import io.careloop.engine.sandbox.Answer;
import io.careloop.engine.sandbox.Answers;
import io.careloop.engine.sandbox.Step;
import io.careloop.modeling.replay.DrawnDiagram.Result;
import io.careloop.modeling.replay.Way.Passed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers for one case with its past: the first visit of a node with the first that was recorded, and so on. */
class PastAnswers implements Answers {

    private final Past past;
    private final DrawnDiagram then;
    private final DrawnDiagram now;
    private final DescribedCalls calls;
    private final Set<String> known;
    private final Map<String, Queue<PastVisit>> ahead = new HashMap<>();
    private final Map<String, PastVisit> links = new LinkedHashMap<>();
    private final List<Passed> passed = new ArrayList<>();
    private final Map<String, Integer> messages = new LinkedHashMap<>();

    PastAnswers(Past past, DrawnDiagram then, DrawnDiagram now, DescribedCalls calls) {
        this.past = past;
        this.then = then;
        this.now = now;
        this.calls = calls;
        this.known = past.visits().stream()
                .map(PastVisit::node)
                .filter(node -> now.doesTheSame(node, then))
                .collect(Collectors.toSet());
        past.visits().stream()
                .filter(visit -> known.contains(visit.node()))
                .forEach(visit -> ahead.computeIfAbsent(visit.node(), none -> new ArrayDeque<>())
                        .add(visit));
    }

    /** Whether this case was ever at a node that does what it did then. */
    boolean knows(String node) {
        return known.contains(node);
    }

    /** The next recorded visit that has not come yet; null for none. */
    PastVisit next(String node) {
        Queue<PastVisit> visits = ahead.get(node);
        return visits == null ? null : visits.peek();
    }

    /** The recorded visit that a visit is; null for none. */
    PastVisit of(String visit) {
        return links.get(visit);
    }

    /** Whether the case stands where it never stood in the past. */
    boolean isNew(String visit) {
        return !links.containsKey(visit)
                && passed.stream().anyMatch(one -> one.visit().equals(visit));
    }

    /** Null before anything was passed. */
    Passed last() {
        return passed.isEmpty() ? null : passed.get(passed.size() - 1);
    }

    Played result(Played.Stuck stuck) {
        return new Played(
                passed,
                stuck,
                messages,
                links.values().stream()
                        .map(PastVisit::called)
                        .filter(Objects::nonNull)
                        .toList());
    }

    @Override
    public void entered(String visit, String node, String parent) {
        passed.add(new Passed(visit, node, parent));
        if (next(node) != null) {
            links.put(visit, ahead.get(node).remove());
        }
    }

    @Override
    public Answer to(Step step) {
        calls.sentBy(step.calls(), step.value()).forEach(message -> messages.merge(message, 1, Integer::sum));
        PastVisit visit = links.get(step.visit());
        if (visit == null) {
            return new Answer.Done(Map.of());
        }
        String error = past.errorOf(visit, then);
        return error != null ? new Answer.Failed(error) : new Answer.Done(leftBehind(step, visit));
    }

    private Map<String, Object> leftBehind(Step step, PastVisit visit) {
        Map<String, Object> left = new LinkedHashMap<>();
        if (visit.isDone()) {
            past.variables().laterWith(visit.left()).forEach((name, value) -> {
                if (calls.outputsOf(step.calls()).contains(name)) {
                    left.put(name, value);
                }
            });
        }
        left.putAll(past.variables().leftBehindBy(visit));
        putLists(calls.outputsOf(step.calls()), left);
        Result result = now.results().get(step.node());
        if (result != null) {
            past.decisionOf(visit).ifPresent(hits -> put(result, hits, left));
        }
        return left;
    }

    /** Lists are not recorded, but what was done for each of their entries is. */
    private void putLists(Collection<String> outputs, Map<String, Object> left) {
        now.lists().forEach((list, node) -> {
            if (outputs.contains(list) && left.get(list) == null) {
                long round = passed.stream()
                        .filter(one -> one.node().equals(node + HistoryFact.ALL_TOGETHER))
                        .count();
                left.put(list, past.entriesFor(node, (int) round));
            }
        });
    }

    /** Of answers that the engine would not make one value of, what the variable became is recorded. */
    private static void put(Result result, List<Map<String, Object>> hits, Map<String, Object> left) {
        Map<String, Object> first = hits.isEmpty() ? null : hits.get(0);
        if ("singleEntry".equals(result.mapping())) {
            left.put(
                    result.variable(),
                    first == null ? null : first.values().stream().findFirst().orElse(null));
        } else if ("singleResult".equals(result.mapping())) {
            left.put(result.variable(), first);
        }
    }
}
