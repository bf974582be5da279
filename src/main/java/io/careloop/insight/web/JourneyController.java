package io.careloop.insight.web;

import io.careloop.cases.Reader;
import io.careloop.engine.ProblemException;
import io.careloop.insight.figures.CasesBehind;
import io.careloop.insight.figures.CasesBehind.Behind;
import io.careloop.insight.figures.Journey.Touchpoint;
import io.careloop.insight.figures.JourneyCases;
import io.careloop.insight.figures.JourneyDefinition;
import io.careloop.insight.figures.JourneyFigures;
import io.careloop.insight.figures.Period;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The customer's journey from touchpoint to touchpoint, and the cases behind its figures. */
@Controller
class JourneyController {

    private static final int LAST_PAGE = 10_000;

    private final JourneyFigures figures;
    private final JourneyDefinition definition;
    private final JourneyCases cases;
    private final Filters filters;

    JourneyController(JourneyFigures figures, JourneyDefinition definition, JourneyCases cases, Filters filters) {
        this.figures = figures;
        this.definition = definition;
        this.cases = cases;
        this.filters = filters;
    }

    @GetMapping("/insight/journey")
    String show(Asked asked, Locale locale, Model model) {
        Period period = filters.addTo(model, asked, locale);
        model.addAttribute("stops", figures.of(period, asked.slice()));
        model.addAttribute("signals", definition.journey().signals());
        return "insight/journey";
    }

    /**
     * @param signal id of a signal, or {@code any}; null for all cases that came there
     * @param word   that the customer gave; null for all
     */
    @GetMapping("/insight/journey/cases")
    String behind(
            @RequestParam String touchpoint,
            @RequestParam(required = false) String signal,
            @RequestParam(required = false) String word,
            @RequestParam(defaultValue = "0") int page,
            Asked asked,
            Reader reader,
            Locale locale,
            Model model) {
        Touchpoint chosen = definition
                .find(touchpoint)
                .orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND, "insightjourney.unknown"));
        Period period = filters.addTo(model, asked, locale);
        int shown = Math.max(0, Math.min(page, LAST_PAGE));
        List<Behind> found = cases.at(touchpoint, signal, word, period, asked.slice(), reader, shown);
        model.addAttribute("cases", found.subList(0, Math.min(found.size(), CasesBehind.PAGE)));
        model.addAttribute("more", found.size() > CasesBehind.PAGE);
        model.addAttribute("page", shown);
        model.addAttribute("touchpoint", chosen);
        model.addAttribute("signal", signal);
        model.addAttribute("word", word);
        return "insight/journey-cases";
    }
}
