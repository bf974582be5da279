package io.careloop.deadline.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Reader;
import io.careloop.deadline.Extensions;
import io.careloop.deadline.Extensions.Outcome;
import io.careloop.deadline.WorkingTime;
import io.careloop.engine.Attempts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Extends the resolution from the case page; dates are meant in the zone of working time. */
@Controller
@RequestMapping("/desk/cases/{reference}/deadlines/resolution/extension")
class ExtensionPage {

    private final CaseRights rights;
    private final Extensions extensions;
    private final WorkingTime workingTime;
    private final Attempts attempts;

    ExtensionPage(CaseRights rights, Extensions extensions, WorkingTime workingTime, Attempts attempts) {
        this.rights = rights;
        this.extensions = extensions;
        this.workingTime = workingTime;
        this.attempts = attempts;
    }

    @PostMapping
    String extend(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            Reader reader,
            RedirectAttributes redirect) {
        CaseFile file = rights.visible(reference, reader);
        Outcome outcome = attempts.inTransaction(() -> extensions.extend(file, instant(until), reason, reader));
        String page = "redirect:/desk/cases/" + file.reference();
        if (outcome instanceof Outcome.Forbidden) {
            throw new AccessDeniedException("The rules of the case leave that to others");
        }
        if (outcome instanceof Outcome.Refused refused) {
            redirect.addFlashAttribute("extensionRefusal", refused.code());
            redirect.addFlashAttribute("extensionReason", reason);
            redirect.addFlashAttribute("extensionUntil", until);
            return page + "#extension";
        }
        redirect.addFlashAttribute("notice", "policy.extended");
        return page;
    }

    /** Null if it is no date: that is not later than anything. */
    private Instant instant(String local) {
        try {
            return LocalDateTime.parse(local).atZone(workingTime.zone()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
