package io.careloop.insight.web;

import io.careloop.cases.Reader;
import io.careloop.engine.ProblemException;
import io.careloop.insight.figures.CasesBehind;
import io.careloop.insight.figures.CasesBehind.Found;
import io.careloop.insight.figures.Counted;
import io.careloop.insight.figures.Counting;
import io.careloop.insight.figures.Diagrams;
import io.careloop.insight.figures.KpiDefinition;
import io.careloop.insight.figures.KpiDefinitions;
import io.careloop.insight.figures.Period;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases behind a figure. */
@Controller
class BehindController {

    private static final int LAST_PAGE = 10_000;

    private final CasesBehind cases;
    private final Counting counting;
    private final KpiDefinitions kpis;
    private final Diagrams diagrams;
    private final Filters filters;

    BehindController(CasesBehind cases, Counting counting, KpiDefinitions kpis, Diagrams diagrams, Filters filters) {
        this.cases = cases;
        this.counting = counting;
        this.kpis = kpis;
        this.diagrams = diagrams;
        this.filters = filters;
    }

    @GetMapping("/insight/behind")
    String show(
            @ModelAttribute("figure") BehindAsked figure,
            @RequestParam(defaultValue = "0") int page,
            Asked asked,
            Reader reader,
            Locale locale,
            Model model) {
        Counted counted = figure.counted(counting)
                .orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND, "insightfigures.behind.unknown"));
        Period period = filters.addTo(model, asked, locale);
        int shown = Math.max(0, Math.min(page, LAST_PAGE));
        Found found = cases.find(counted, period, asked.slice(), reader, shown);
        model.addAttribute("found", found);
        model.addAttribute("page", shown);
        model.addAttribute("unit", counted.unit());
        model.addAttribute("name", name(figure, filters.texts(locale), locale));
        model.addAttribute(
                "isShare",
                figure.kpi() != null
                        && kpis.find(figure.kpi()).map(KpiDefinition::isShare).orElse(false));
        return "insight/behind";
    }

    /** What the figure is of; null for the cases of now. */
    private String name(BehindAsked figure, FigureTexts texts, Locale locale) {
        return switch (figure.kind()) {
            case "kpi" -> kpis.find(figure.kpi()).orElseThrow().name(locale);
            case "department" -> texts.name("team", figure.department());
            case "hour" -> figure.hour() + ":00";
            case "queue" -> texts.name("team", figure.group()) + ", " + figure.hour() + ":00";
            case "group" -> texts.name("team", figure.group());
            case "node" -> diagrams.nameOf(figure.definition(), figure.version(), figure.node());
            default -> null;
        };
    }
}
