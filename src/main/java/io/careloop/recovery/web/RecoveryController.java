package io.careloop.recovery.web;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseRights;
import io.careloop.cases.Reader;
import io.careloop.engine.Attempts;
import io.careloop.recovery.CompensationKind;
import io.careloop.recovery.Compensations;
import io.careloop.recovery.Compensations.Outcome;
import io.careloop.recovery.Learning;
import io.careloop.recovery.LedgerEntry;
import io.careloop.recovery.Money;
import io.careloop.recovery.Proposal;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the staff make good at once from the case page, and what they want learnt. */
@Controller
@RequestMapping("/desk/cases/{reference}")
class RecoveryController {

    private final CaseRights rights;
    private final Compensations compensations;
    private final Learning learning;
    private final MessageSource words;
    private final Attempts attempts;

    RecoveryController(
            CaseRights rights, Compensations compensations, Learning learning, MessageSource words, Attempts attempts) {
        this.rights = rights;
        this.compensations = compensations;
        this.learning = learning;
        this.words = words;
        this.attempts = attempts;
    }

    /** Gives or proposes it; the same {@code key} does so once however often the button is pressed. */
    @PostMapping("/compensations")
    String give(
            @PathVariable String reference,
            @RequestParam UUID key,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String stakeReason,
            Reader reader,
            Locale locale,
            RedirectAttributes redirect) {
        CaseReference subject = editable(reference, reader);
        Optional<CompensationKind> chosen = CompensationKind.of(kind);
        Optional<BigDecimal> typed = Money.typed(amount);
        Outcome outcome = chosen.isEmpty()
                ? new Outcome.Refused("compensation-kind-needed")
                : typed.isEmpty()
                        ? new Outcome.Refused("compensation-amount-invalid")
                        : attempts.inTransaction(() -> compensations.propose(new Proposal(
                                "desk/" + subject + "/" + key,
                                subject,
                                null,
                                chosen.get(),
                                typed.get(),
                                clean(reason),
                                clean(stakeReason),
                                reader.id())));
        return back(subject, outcome, locale, redirect);
    }

    @PostMapping("/compensations/{id}/reversal")
    String takeBack(
            @PathVariable String reference,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Reader reader,
            Locale locale,
            RedirectAttributes redirect) {
        CaseReference subject = editable(reference, reader);
        boolean isOfCase = compensations
                .find(id)
                .map(LedgerEntry::reference)
                .filter(subject::equals)
                .isPresent();
        Outcome outcome = isOfCase
                ? attempts.inTransaction(() -> compensations.takeBack(id, reader.id(), clean(reason)))
                : new Outcome.Refused("compensation-not-reversible");
        return back(subject, outcome, locale, redirect);
    }

    /** The price or amount that the case is about. */
    @PostMapping("/stake")
    String stake(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String amount,
            Reader reader,
            Locale locale,
            RedirectAttributes redirect) {
        CaseReference subject = editable(reference, reader);
        Optional<BigDecimal> stake = Money.typed(amount).filter(typed -> typed.signum() > 0);
        if (stake.isEmpty()) {
            return back(subject, new Outcome.Refused("compensation-amount-invalid"), locale, redirect);
        }
        attempts.inTransaction(() -> {
            compensations.stake(subject, reader.id(), stake.get());
            return subject;
        });
        return saved(subject, "recovery.stake.done", redirect);
    }

    /** Nobody's name goes with it, and nothing is counted against anybody. */
    @PostMapping("/errors")
    String erred(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String what,
            Reader reader,
            Locale locale,
            RedirectAttributes redirect) {
        CaseFile file = rights.visible(reference, reader);
        allow(rights.mayWrite(reader));
        Optional<String> refusal = attempts.inTransaction(() -> learning.open(file.reference(), clean(what)));
        return refusal.map(code -> back(file.reference(), new Outcome.Refused(code), locale, redirect))
                .orElseGet(() -> saved(file.reference(), "recovery.erred.done", redirect));
    }

    private CaseReference editable(String reference, Reader reader) {
        CaseFile file = rights.visible(reference, reader);
        allow(rights.mayEdit(reader));
        return file.reference();
    }

    private static void allow(boolean may) {
        if (!may) {
            throw new AccessDeniedException("This case may be read only");
        }
    }

    private String back(CaseReference reference, Outcome outcome, Locale locale, RedirectAttributes redirect) {
        if (outcome instanceof Outcome.Refused refused) {
            redirect.addFlashAttribute(
                    "recoveryRefusal",
                    words.getMessage(
                            "refusal." + refused.code(), refused.arguments().toArray(), locale));
            return "redirect:/desk/cases/" + reference + "#make-good";
        }
        return saved(
                reference,
                outcome instanceof Outcome.ForApproval ? "recovery.give.asked" : "recovery.give.done",
                redirect);
    }

    private static String saved(CaseReference reference, String notice, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", notice);
        return "redirect:/desk/cases/" + reference;
    }

    private static String clean(String text) {
        String said = text.replace("\u0000", "").strip();
        return said.isEmpty() ? null : said;
    }
}
