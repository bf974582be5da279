package io.careloop.insight.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.insight.figures.KpiDefinitions;
import io.careloop.insight.figures.KpiFigures;
import io.careloop.insight.figures.KpiFigures.Kpi;
import io.careloop.insight.figures.LiveFigures;
import io.careloop.insight.figures.Period;
import io.careloop.insight.figures.QueueFigures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The KPIs of a period with their trend, and what is open now. */
@Controller
class FiguresController {

    private final KpiFigures kpis;
    private final LiveFigures live;
    private final QueueFigures queues;
    private final KpiDefinitions definitions;
    private final Filters filters;
    private final ObjectMapper json;

    FiguresController(
            KpiFigures kpis,
            LiveFigures live,
            QueueFigures queues,
            KpiDefinitions definitions,
            Filters filters,
            ObjectMapper json) {
        this.kpis = kpis;
        this.live = live;
        this.queues = queues;
        this.definitions = definitions;
        this.filters = filters;
        this.json = json;
    }

    @GetMapping("/insight/figures")
    String show(Asked asked, Locale locale, Model model) {
        Period period = filters.addTo(model, asked, locale);
        List<Kpi> found = kpis.of(period, asked.slice());
        Map<String, String> trends = new LinkedHashMap<>();
        found.forEach(kpi -> trends.put(kpi.definition().id(), trend(kpi)));
        List<LiveFigures.Hour> hours = live.hours(period, asked.slice());
        model.addAttribute("kpis", found);
        model.addAttribute("trends", trends);
        model.addAttribute("definitions", definitions);
        model.addAttribute("live", live.now(asked.slice()));
        model.addAttribute("loads", live.loads(asked.slice()));
        model.addAttribute("hours", hours);
        model.addAttribute(
                "mostInAnHour",
                hours.stream()
                        .map(LiveFigures.Hour::completed)
                        .max(Long::compare)
                        .orElse(1L));
        model.addAttribute("queues", queues.of(period, asked.slice()));
        model.addAttribute("departments", live.departments(period, asked.slice()));
        return "insight/figures";
    }

    /** What the page's script draws: the first day of each step, and the value. */
    private String trend(Kpi kpi) {
        double factor = switch (kpi.definition().unit()) {
            case "seconds" -> 1 / 3600.0;
            case "share" -> 100;
            default -> 1;
        };
        try {
            return json.writeValueAsString(kpi.trend().stream()
                    .filter(step -> step.value().main() != null)
                    .map(step -> Map.of(
                            "x",
                            step.from().toString(),
                            "y",
                            Math.round(step.value().main() * factor * 10) / 10.0))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
