package io.careloop.cases.web;

import io.careloop.cases.CaseDueDates;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseSearch;
import io.careloop.cases.CaseSearch.Page;
import io.careloop.cases.CaseSummary;
import io.careloop.cases.Reader;
import io.careloop.cases.SearchTerms;
import io.careloop.cases.TimeLeft;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds a case; without a question it shows the reader's own open ones. */
@Controller
@RequestMapping("/desk")
class DeskController {

    private static final int LAST_PAGE = 500;

    private final CaseSearch search;
    private final ObjectProvider<CaseDueDates> dueDates;
    private final DeskLook look;

    DeskController(CaseSearch search, ObjectProvider<CaseDueDates> dueDates, DeskLook look) {
        this.search = search;
        this.dueDates = dueDates;
        this.look = look;
    }

    @GetMapping
    String desk(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "0") int page,
            Reader reader,
            Locale locale,
            Model model) {
        SearchTerms terms = new SearchTerms(query);
        int number = Math.max(0, Math.min(page, LAST_PAGE));
        Page found = terms.isEmpty() ? search.ownedBy(reader, number) : search.find(terms, reader, number);
        look.addTo(model, locale);
        model.addAttribute("query", terms.typed());
        model.addAttribute("found", found);
        model.addAttribute("left", timeLeftOf(found.cases()));
        return "desk/search";
    }

    private Map<CaseReference, TimeLeft> timeLeftOf(List<CaseSummary> cases) {
        List<CaseReference> references =
                cases.stream().map(CaseSummary::reference).toList();
        CaseDueDates known = dueDates.getIfAvailable();
        return known == null || references.isEmpty() ? Map.of() : known.timeLeftOf(references);
    }
}
