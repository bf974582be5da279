package io.careloop.insight.web;

import io.careloop.insight.figures.Diagrams;
import io.careloop.insight.figures.Diagrams.Diagram;
import io.careloop.insight.figures.NodeFigures;
import io.careloop.insight.figures.Period;
import io.careloop.insight.figures.ProcessFigures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A diagram with the figures of its nodes; two versions of it side by side. */
@Controller
class ProcessController {

    private static final String MAIN = "service-request";
    private static final int WASTES = 5;

    private final ProcessFigures figures;
    private final Diagrams diagrams;
    private final Filters filters;

    ProcessController(ProcessFigures figures, Diagrams diagrams, Filters filters) {
        this.figures = figures;
        this.diagrams = diagrams;
        this.filters = filters;
    }

    /**
     * @param version null for all
     * @param other   version to compare with; null for none
     * @param measure what the diagram is coloured by
     */
    @GetMapping("/insight/process")
    String show(
            @RequestParam(defaultValue = MAIN) String definition,
            @RequestParam(required = false) Integer version,
            @RequestParam(required = false) Integer other,
            @RequestParam(defaultValue = "VISITS") Measure measure,
            Asked asked,
            Locale locale,
            Model model) {
        Period period = filters.addTo(model, asked, locale);
        List<Diagram> all = diagrams.all();
        Diagram chosen = all.stream()
                .filter(diagram -> diagram.key().equals(definition))
                .findFirst()
                .orElse(all.get(0));
        List<Side> sides = sides(chosen, version, other, measure, asked, period);
        model.addAttribute("diagrams", all);
        model.addAttribute("chosen", chosen);
        model.addAttribute("versions", diagrams.versionsOf(chosen.key()));
        model.addAttribute("version", version);
        model.addAttribute("other", other);
        model.addAttribute("measure", measure);
        model.addAttribute("measures", Measure.values());
        model.addAttribute("sides", sides);
        model.addAttribute("compared", compared(sides));
        model.addAttribute(
                "wastes",
                ProcessFigures.wastes(sides.get(0).figures(), sides.get(0).watches(), WASTES));
        return "insight/process";
    }

    /** The diagram itself, for the page that draws it. */
    @GetMapping(value = "/insight/process/{definition}/{version}.bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> diagram(@PathVariable String definition, @PathVariable int version) {
        return ResponseEntity.of(diagrams.xml(definition, version));
    }

    /** Ids of all steps with figures, in the order of the first side, then of the other. */
    private static List<String> compared(List<Side> sides) {
        return sides.stream()
                .flatMap(side -> side.figures().stream())
                .map(NodeFigures::node)
                .distinct()
                .toList();
    }

    /** One or two, coloured by one scale, so that what looks the same is the same. */
    private List<Side> sides(
            Diagram diagram, Integer version, Integer other, Measure measure, Asked asked, Period period) {
        List<Side> sides = new ArrayList<>();
        sides.add(side(diagram, version, measure, asked, period));
        if (other != null) {
            sides.add(side(diagram, other, measure, asked, period));
        }
        double most = sides.stream().mapToDouble(Side::most).max().orElse(0);
        return sides.stream().map(side -> side.upTo(most)).toList();
    }

    private Side side(Diagram diagram, Integer version, Measure measure, Asked asked, Period period) {
        List<NodeFigures> nodes = figures.nodes(diagram.key(), version, period, asked.slice());
        int drawn = version == null ? diagram.version() : version;
        Map<String, String> steps = diagrams.names(diagram.key(), drawn);
        Map<String, String> names = new HashMap<>(steps);
        nodes.forEach(node -> names.putIfAbsent(node.node(), node.node()));
        Side side = new Side(version, drawn, nodes, steps, names, diagrams.watches(diagram.key(), drawn), measure, 0);
        return side.upTo(nodes.stream().mapToDouble(side::value).max().orElse(0));
    }

    /**
     * A diagram with its figures.
     *
     * @param version null for all together
     * @param drawn   the version that is drawn
     * @param steps   names of what is drawn
     * @param names   of all that has figures, which may be of another version
     * @param watches nodes at which time goes by on purpose
     * @param most    the highest value of the measure
     */
    record Side(
            Integer version,
            int drawn,
            List<NodeFigures> figures,
            Map<String, String> steps,
            Map<String, String> names,
            Set<String> watches,
            Measure measure,
            double most) {

        private static final int LEVELS = 4;

        Side upTo(double highest) {
            return new Side(version, drawn, figures, steps, names, watches, measure, highest);
        }

        /** Names of steps that are drawn here and not there, in order. */
        public List<String> stepsWithout(Side there) {
            return steps.entrySet().stream()
                    .filter(step -> !there.steps.containsKey(step.getKey()))
                    .map(Map.Entry::getValue)
                    .sorted()
                    .toList();
        }

        /** How strong the colour is, from 0 to 4. */
        public int level(NodeFigures node) {
            double value = value(node);
            return most == 0 || value == 0 ? 0 : (int) Math.max(1, Math.ceil(value / most * LEVELS));
        }

        /** What colours it; nothing where it only waits as it should. */
        double value(NodeFigures node) {
            return measure.isOfWaiting() && watches.contains(node.node()) ? 0 : measure.orZero(node);
        }

        /** The same node; null if it was not visited. */
        public NodeFigures find(String id) {
            return figures.stream()
                    .filter(node -> node.node().equals(id))
                    .findFirst()
                    .orElse(null);
        }
    }
}
