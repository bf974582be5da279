package io.careloop.insight.web;

import io.careloop.engine.ProblemException;
import io.careloop.insight.figures.Days;
import io.careloop.insight.figures.JourneyFigures;
import io.careloop.insight.figures.LiveFigures;
import io.careloop.insight.figures.MonthReport;
import io.careloop.insight.figures.MonthReport.Change;
import io.careloop.insight.figures.Period;
import io.careloop.insight.figures.Slice;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The report of a month, to be read and printed. */
@Controller
class MonthController {

    private static final int YEARS_KEPT = 10;

    private final MonthReport report;
    private final JourneyFigures journey;
    private final LiveFigures live;
    private final Filters filters;
    private final Days days;

    MonthController(MonthReport report, JourneyFigures journey, LiveFigures live, Filters filters, Days days) {
        this.report = report;
        this.journey = journey;
        this.live = live;
        this.filters = filters;
        this.days = days;
    }

    /** @param month such as {@code 2026-11}; this month for none */
    @GetMapping("/insight/month")
    String show(@RequestParam(required = false) YearMonth month, Locale locale, Model model) {
        YearMonth current = YearMonth.from(days.today());
        YearMonth shown = month == null ? current : month;
        if (shown.isAfter(current) || shown.isBefore(current.minusYears(YEARS_KEPT))) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "insightmonth.outside");
        }
        Period whole = MonthReport.period(shown);
        Period period = filters.addTo(model, new Asked("from-to", whole.from(), whole.to(), null, null, null), locale);
        model.addAttribute("month", shown);
        model.addAttribute("current", current);
        model.addAttribute("kpis", report.kpis(shown));
        model.addAttribute("before", MonthReport.period(shown.minusMonths(1)));
        model.addAttribute("counts", report.counts(shown));
        model.addAttribute("causes", report.causes(shown));
        model.addAttribute("slowest", report.slowest(shown));
        model.addAttribute("departments", live.departments(period, Slice.ALL));
        model.addAttribute("stops", journey.of(period, Slice.ALL));
        Map<Boolean, List<Change>> deployed =
                report.changes(shown).stream().collect(Collectors.partitioningBy(Change::isFirst));
        model.addAttribute("changes", deployed.get(false));
        model.addAttribute(
                "firsts",
                deployed.get(true).stream().map(Change::name).distinct().toList());
        model.addAttribute("live", live.now(Slice.ALL));
        model.addAttribute("backlog", report.backlog());
        return "insight/month";
    }
}
