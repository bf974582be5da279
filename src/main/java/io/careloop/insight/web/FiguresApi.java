package io.careloop.insight.web;

import io.careloop.insight.figures.KpiFigures;
import io.careloop.insight.figures.KpiFigures.Kpi;
import io.careloop.insight.figures.NodeFigures;
import io.careloop.insight.figures.ProcessFigures;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures of nodes, and KPIs. Days are those of the service's zone. */
@RestController
@RequestMapping("/api/insight")
class FiguresApi {

    private final ProcessFigures nodes;
    private final KpiFigures kpis;
    private final Filters filters;

    FiguresApi(ProcessFigures nodes, KpiFigures kpis, Filters filters) {
        this.nodes = nodes;
        this.kpis = kpis;
        this.filters = filters;
    }

    /**
     * How the nodes of a diagram did, times in milliseconds.
     *
     * @param version all together if it is left out
     */
    @GetMapping("/process")
    List<NodeFigures> process(
            @RequestParam String definition,
            @RequestParam(required = false) Integer version,
            @ParameterObject Asked asked) {
        return nodes.nodes(definition, version, filters.period(asked), asked.slice());
    }

    /** The KPIs of the period, how each is computed, its trend, and as it was before. */
    @GetMapping("/figures")
    List<Kpi> figures(@ParameterObject Asked asked) {
        return kpis.of(filters.period(asked), asked.slice());
    }
}
