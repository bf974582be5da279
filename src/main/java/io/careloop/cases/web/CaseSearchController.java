package io.careloop.cases.web;

import io.careloop.cases.CaseSearch;
import io.careloop.cases.CaseStatus;
import io.careloop.cases.CaseSummary;
import io.careloop.cases.Reader;
import io.careloop.cases.SearchTerms;
import io.careloop.cases.Stage;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds cases for programs, as the desk does for people. */
@RestController
class CaseSearchController {

    private static final int LAST_PAGE = 500;

    private final CaseSearch search;

    CaseSearchController(CaseSearch search) {
        this.search = search;
    }

    /**
     * @param query number, e-mail address, phone number or words; without it the caller's own open cases are listed
     * @param page  from 0
     */
    @GetMapping("/api/cases")
    FoundView find(
            @RequestParam(defaultValue = "") String query, @RequestParam(defaultValue = "0") int page, Reader reader) {
        SearchTerms terms = new SearchTerms(query);
        int number = Math.max(0, Math.min(page, LAST_PAGE));
        return FoundView.of(terms.isEmpty() ? search.ownedBy(reader, number) : search.find(terms, reader, number));
    }

    record FoundView(List<SummaryView> cases, int page, boolean hasNext) {

        static FoundView of(CaseSearch.Page found) {
            return new FoundView(found.cases().stream().map(SummaryView::of).toList(), found.number(), found.hasNext());
        }
    }

    /** @param owner user id */
    record SummaryView(
            String reference,
            CaseStatus status,
            Stage stage,
            String about,
            String customer,
            String owner,
            String priority,
            Instant registeredAt) {

        static SummaryView of(CaseSummary item) {
            return new SummaryView(
                    item.reference().value(),
                    item.status(),
                    item.stage(),
                    item.about(),
                    item.customer(),
                    item.owner(),
                    item.priority(),
                    item.registeredAt());
        }
    }
}
