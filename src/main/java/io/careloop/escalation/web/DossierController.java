package io.careloop.escalation.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseRights;
import io.careloop.cases.CasesProperties;
import io.careloop.cases.Reader;
import io.careloop.escalation.Dossiers;
import io.careloop.escalation.EscalationHistory;
import io.careloop.identity.Staff;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A case on one page, to be read before a decision and to be printed; for whoever may see the case. */
@Controller
@RequestMapping("/desk/cases/{reference}/dossier")
class DossierController {

    private final CaseRights rights;
    private final Dossiers dossiers;
    private final EscalationHistory history;
    private final Staff staff;
    private final MessageSource messages;
    private final CasesProperties properties;

    DossierController(
            CaseRights rights,
            Dossiers dossiers,
            EscalationHistory history,
            Staff staff,
            MessageSource messages,
            CasesProperties properties) {
        this.rights = rights;
        this.dossiers = dossiers;
        this.history = history;
        this.staff = staff;
        this.messages = messages;
        this.properties = properties;
    }

    @GetMapping
    String show(@PathVariable String reference, Reader reader, Locale locale, Model model) {
        CaseFile file = rights.visible(reference, reader);
        model.addAttribute("dossier", dossiers.of(file));
        model.addAttribute("escalations", history.of(file.reference()));
        model.addAttribute("says", new DossierWords(staff, messages, properties.zone(), locale));
        return "desk/dossier";
    }
}
