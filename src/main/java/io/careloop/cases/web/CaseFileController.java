package io.careloop.cases.web;

import io.careloop.cases.CaseRights;
import io.careloop.cases.Reader;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** All that is known of one case. */
@Controller
@RequestMapping("/desk/cases/{reference}")
class CaseFileController {

    private final CaseRights rights;
    private final CasePage page;

    CaseFileController(CaseRights rights, CasePage page) {
        this.rights = rights;
        this.page = page;
    }

    @GetMapping
    String show(@PathVariable String reference, Reader reader, Locale locale, Model model) {
        return page.show(rights.visible(reference, reader), reader, locale, model);
    }
}
