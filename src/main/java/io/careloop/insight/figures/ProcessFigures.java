package io.careloop.insight.figures;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The process as it is: how the nodes of a diagram did. */
@Service
public class ProcessFigures {

    private final Figures figures;

    ProcessFigures(Figures figures) {
        this.figures = figures;
    }

    /**
     * By how often they were visited.
     *
     * @param version null for all versions together
     */
    public List<NodeFigures> nodes(String definition, Integer version, Period period, Slice slice) {
        Map<String, Tally> nodes = new HashMap<>();
        figures.of(definition, period, slice).forEach((item, tally) -> {
            if (version == null || item.version() == version) {
                nodes.computeIfAbsent(item.id(), none -> new Tally()).add(tally);
            }
        });
        return nodes.entrySet().stream()
                .map(node -> NodeFigures.of(node.getKey(), node.getValue()))
                .sorted(Comparator.comparingLong(NodeFigures::visits).reversed().thenComparing(NodeFigures::node))
                .toList();
    }

    /**
     * Where most time goes by without work, or into work done again.
     *
     * @param watches nodes at which it goes by on purpose
     */
    public static List<Waste> wastes(List<NodeFigures> nodes, Set<String> watches, int most) {
        return nodes.stream()
                .filter(node -> !watches.contains(node.node()))
                .flatMap(node -> Stream.of(
                        new Waste(node.node(), "waiting", node.waited()),
                        new Waste(node.node(), "again", node.reworked())))
                .filter(waste -> waste.millis() > 0)
                .sorted(Comparator.comparingDouble(Waste::millis).reversed())
                .limit(most)
                .toList();
    }

    /** @param kind {@code waiting} or {@code again} */
    public record Waste(String node, String kind, double millis) {}
}
