package io.careloop.resolution.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Channel;
import io.careloop.cases.Reader;
import io.careloop.engine.Attempts;
import io.careloop.resolution.ServiceRequests;
import io.careloop.resolution.ServiceRequests.Outcome;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes down what the customer said to a member of the staff. */
@Controller
@RequestMapping("/desk/cases/{reference}")
class CustomerWordsController {

    private final ServiceRequests requests;
    private final CaseRights rights;
    private final Attempts attempts;

    CustomerWordsController(ServiceRequests requests, CaseRights rights, Attempts attempts) {
        this.requests = requests;
        this.rights = rights;
        this.attempts = attempts;
    }

    @PostMapping("/answer")
    String answer(
            @PathVariable String reference,
            @RequestParam boolean accepted,
            @RequestParam(defaultValue = "") String reason,
            Reader reader,
            RedirectAttributes redirect) {
        CaseReference subject = editable(reference, reader);
        Outcome outcome = attempts.inTransaction(
                () -> requests.answer(subject, accepted, clean(reason), Channel.PHONE, reader.id()));
        return back(subject, outcome, "resolution.answer.done", redirect);
    }

    @PostMapping("/withdrawal")
    String withdraw(@PathVariable String reference, Reader reader, RedirectAttributes redirect) {
        CaseReference subject = editable(reference, reader);
        Outcome outcome = attempts.inTransaction(() -> requests.withdraw(subject, reader.id()));
        return back(subject, outcome, "resolution.withdraw.done", redirect);
    }

    @PostMapping("/reopening")
    String reopen(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String reason,
            Reader reader,
            RedirectAttributes redirect) {
        CaseReference subject = editable(reference, reader);
        Outcome outcome =
                attempts.inTransaction(() -> requests.reopen(subject, clean(reason), Channel.PHONE, reader.id()));
        return back(subject, outcome, "resolution.reopen.done", redirect);
    }

    private CaseReference editable(String reference, Reader reader) {
        CaseFile file = rights.visible(reference, reader);
        if (!rights.mayEdit(reader)) {
            throw new AccessDeniedException("This case may be read only");
        }
        return file.reference();
    }

    private static String clean(String text) {
        String words = text.replace("\u0000", "").strip();
        return words.isEmpty() ? null : words;
    }

    private static String back(CaseReference asked, Outcome outcome, String done, RedirectAttributes redirect) {
        CaseReference target = asked;
        String notice = done;
        if (outcome instanceof Outcome.Refused refused) {
            notice = "refusal." + refused.code();
        } else if (outcome instanceof Outcome.Done finished) {
            target = finished.reference();
        }
        redirect.addFlashAttribute("notice", notice);
        return "redirect:/desk/cases/" + target;
    }
}
