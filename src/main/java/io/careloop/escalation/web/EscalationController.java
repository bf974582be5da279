package io.careloop.escalation.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Reader;
import io.careloop.engine.Attempts;
import io.careloop.escalation.EscalationReason;
import io.careloop.escalation.Escalations;
import io.careloop.escalation.Escalations.Outcome;
import io.careloop.identity.Groups;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member of the staff lets a complaint climb, and says why. */
@Controller
@RequestMapping("/desk/cases/{reference}/escalation")
class EscalationController {

    private static final int LONGEST_REASON = 4000;

    private final Escalations escalations;
    private final CaseRights rights;
    private final Attempts attempts;

    EscalationController(Escalations escalations, CaseRights rights, Attempts attempts) {
        this.escalations = escalations;
        this.rights = rights;
        this.attempts = attempts;
    }

    /** Nothing is done without a reason. Whoever works on cases may, and managers. */
    @PostMapping
    String escalate(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String reason,
            Reader reader,
            RedirectAttributes redirect) {
        CaseFile file = rights.visible(reference, reader);
        if (!rights.mayWrite(reader) && !reader.groups().contains(Groups.MANAGERS)) {
            throw new AccessDeniedException("This case may be read only");
        }
        redirect.addFlashAttribute(
                "notice", noticeOf(file, reason.replace("\u0000", "").strip(), reader));
        return "redirect:/desk/cases/" + file.reference();
    }

    private String noticeOf(CaseFile file, String reason, Reader reader) {
        if (reason.isEmpty()) {
            return "refusal.desk-text-missing";
        }
        if (reason.length() > LONGEST_REASON) {
            return "refusal.desk-too-long";
        }
        Outcome outcome = attempts.inTransaction(
                () -> escalations.escalate(file.reference(), EscalationReason.STAFF, reader.id(), reason));
        if (outcome instanceof Outcome.Refused refused) {
            return "refusal." + refused.code();
        }
        return outcome instanceof Outcome.Opened ? "escalation.started" : "escalation.added";
    }
}
