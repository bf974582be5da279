package io.careloop.insight.web;

import io.careloop.cases.CasesProperties;
import io.careloop.insight.figures.Choices;
import io.careloop.insight.figures.Days;
import io.careloop.insight.figures.Period;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of figures have in common: the form with which they are narrowed. */
@Component
class Filters {

    private final Choices choices;
    private final Days days;
    private final MessageSource messages;
    private final CasesProperties cases;

    Filters(Choices choices, Days days, MessageSource messages, CasesProperties cases) {
        this.choices = choices;
        this.days = days;
        this.messages = messages;
        this.cases = cases;
    }

    Period addTo(Model model, Asked asked, Locale locale) {
        Period period = asked.days(days.today());
        model.addAttribute("asked", asked);
        model.addAttribute("period", period);
        model.addAttribute("periods", Asked.PERIODS);
        model.addAttribute("categories", choices.of("category"));
        model.addAttribute("teams", choices.of("team"));
        model.addAttribute("channels", choices.of("channel"));
        model.addAttribute("texts", texts(locale));
        model.addAttribute("zone", zone());
        return period;
    }

    FigureTexts texts(Locale locale) {
        return new FigureTexts(messages, locale);
    }

    String zone() {
        return cases.zone().getId();
    }

    Period period(Asked asked) {
        return asked.days(days.today());
    }
}
