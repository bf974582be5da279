package io.careloop.modeling.replay;

import io.careloop.engine.HistoryFact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The nodes that a case passed, in their order. What goes on beside the case, in event subprocesses, is a sequence of its
 * own each time: how it falls between the steps of the case does not matter.
 *
 * @param sequences by what they belong to; "" is the case itself
 */
record Way(Map<String, List<String>> sequences) {

    /** @param parent id of the visit of the subprocess around it */
    record Passed(String visit, String node, String parent) {}

    /**
     * Where two ways part.
     *
     * @param aside what the sequence belongs to
     * @param at    how many nodes of it both passed
     * @param last  node that both passed; null where they part at the beginning
     * @param then  node after it on the first; null for none
     */
    record Parting(String aside, int at, String last, String then, String now) {}

    static Way of(List<Passed> passed, DrawnDiagram diagram) {
        Map<String, List<String>> sequences = new TreeMap<>();
        Map<String, String> belongs = new HashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (Passed one : passed) {
            String around = belongs.getOrDefault(one.parent(), "");
            if (diagram.asides().contains(one.node())) {
                String aside = around + "/" + one.node();
                belongs.put(one.visit(), aside + "#" + times.merge(aside, 1, Integer::sum));
            } else {
                belongs.put(one.visit(), around);
                if (!one.node().endsWith(HistoryFact.ALL_TOGETHER)) {
                    sequences.computeIfAbsent(around, none -> new ArrayList<>()).add(one.node());
                }
            }
        }
        return new Way(sequences);
    }

    /** The part of the way whose nodes are meant. */
    Way only(Predicate<String> meant) {
        Map<String, List<String>> left = new LinkedHashMap<>();
        sequences.forEach((aside, nodes) -> {
            List<String> some = nodes.stream().filter(meant).toList();
            if (!some.isEmpty()) {
                left.put(aside, some);
            }
        });
        return new Way(left);
    }

    /** Each once, in the order of the first visit. */
    Set<String> nodes() {
        Set<String> nodes = new LinkedHashSet<>();
        sequences.values().forEach(nodes::addAll);
        return nodes;
    }

    /** Null if both are the same. */
    Parting partingFrom(Way now) {
        for (String aside : sequences.keySet()) {
            Parting parting = parting(aside, sequences.get(aside), now.sequences.getOrDefault(aside, List.of()));
            if (parting != null) {
                return parting;
            }
        }
        return now.sequences.keySet().stream()
                .filter(aside -> !sequences.containsKey(aside))
                .findFirst()
                .map(aside -> new Parting(
                        aside, 0, null, null, now.sequences.get(aside).get(0)))
                .orElse(null);
    }

    /**
     * The node after a parting, whether it is meant or not; null for none.
     *
     * @param meant nodes that the parting counts
     */
    String after(Parting parting, Predicate<String> meant) {
        int seen = 0;
        for (String node : sequences.getOrDefault(parting.aside(), List.of())) {
            if (seen == parting.at()) {
                return node;
            }
            seen += meant.test(node) ? 1 : 0;
        }
        return null;
    }

    private static Parting parting(String aside, List<String> then, List<String> now) {
        for (int at = 0; at < Math.max(then.size(), now.size()); at++) {
            String before = at < then.size() ? then.get(at) : null;
            String after = at < now.size() ? now.get(at) : null;
            if (before == null || !before.equals(after)) {
                return new Parting(aside, at, at == 0 ? null : then.get(at - 1), before, after);
            }
        }
        return null;
    }
}
