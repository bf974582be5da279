package io.careloop.insight.web;

import io.careloop.cases.Reader;
import io.careloop.insight.figures.CasesBehind;
import io.careloop.insight.figures.CasesBehind.Behind;
import io.careloop.insight.figures.KpiDefinition;
import io.careloop.insight.figures.KpiDefinitions;
import io.careloop.insight.figures.Period;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases behind a figure of a node or of a KPI. */
@Controller
class BehindController {

    private final CasesBehind cases;
    private final KpiDefinitions kpis;
    private final Filters filters;

    BehindController(CasesBehind cases, KpiDefinitions kpis, Filters filters) {
        this.cases = cases;
        this.kpis = kpis;
        this.filters = filters;
    }

    /** @param kpi id of a KPI; else definition and node are looked at */
    @GetMapping("/insight/behind")
    String show(
            @RequestParam(required = false) String kpi,
            @RequestParam(defaultValue = "") String definition,
            @RequestParam(required = false) Integer version,
            @RequestParam(defaultValue = "") String node,
            @RequestParam(defaultValue = "visits") String which,
            @RequestParam(defaultValue = "0") int page,
            Asked asked,
            Reader reader,
            Locale locale,
            Model model) {
        Period period = filters.addTo(model, asked, locale);
        int shown = Math.max(0, Math.min(page, 10_000));
        List<Behind> found = kpi == null
                ? cases.node(definition, version, node, which, period, asked.slice(), reader, shown)
                : cases.kpi(kpi, period, asked.slice(), reader, shown);
        model.addAttribute("found", found.subList(0, Math.min(found.size(), CasesBehind.PAGE)));
        model.addAttribute("more", found.size() > CasesBehind.PAGE);
        model.addAttribute("page", shown);
        model.addAttribute("kpi", kpi);
        model.addAttribute("weightUnit", weightUnit(kpi));
        model.addAttribute("definition", definition);
        model.addAttribute("version", version);
        model.addAttribute("node", node);
        model.addAttribute("which", which);
        return "insight/behind";
    }

    private String weightUnit(String kpi) {
        return kpis.find(kpi)
                .filter(found -> !found.isShare())
                .map(KpiDefinition::unit)
                .orElse("number");
    }
}
