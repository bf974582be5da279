package io.careloop.identity;

import io.careloop.identity.Absences.Outcome;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is away, who stands in, and one's own absences; managers and administrators enter those of others too. */
@Controller
@RequestMapping("/desk/absences")
class AbsencePageController {

    private static final String HERE = "redirect:/desk/absences";

    private final Absences absences;
    private final Staff staff;

    AbsencePageController(Absences absences, Staff staff) {
        this.absences = absences;
        this.staff = staff;
    }

    @GetMapping
    String show(Locale locale, Model model) {
        SignedIn who = SignedIn.current().orElseThrow();
        model.addAttribute(
                "absences",
                absences.presentAndComing().stream()
                        .map(absence -> line(absence, who, locale))
                        .toList());
        model.addAttribute(
                "representing",
                absences.representedBy(who.user()).stream()
                        .map(this::nameOf)
                        .sorted()
                        .toList());
        model.addAttribute("colleagues", staff.colleagues());
        model.addAttribute("me", who.user());
        model.addAttribute("forOthers", who.mayEnterAbsences());
        return "identity/absences";
    }

    @PostMapping
    String enter(
            @RequestParam(defaultValue = "") String user,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) LocalDate to,
            @RequestParam(defaultValue = "") String deputy,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        SignedIn who = SignedIn.current().orElseThrow();
        String absent = user.isEmpty() ? who.user() : user;
        if (!who.mayEnterAbsenceOf(absent) || staff.find(absent).isEmpty()) {
            throw new AccessDeniedException("Absences of others are entered by managers");
        }
        Outcome outcome =
                absences.enter(UUID.randomUUID(), absent, from, to, deputy.isEmpty() ? null : deputy, who.user());
        if (outcome instanceof Outcome.Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", "refusal." + refused.code());
            model.addAttribute("typed", new Typed(absent, from, to, deputy));
            return show(locale, model);
        }
        redirect.addFlashAttribute("notice", "identity.absence.entered");
        return HERE;
    }

    @PostMapping("/{id}/withdrawal")
    String withdraw(@PathVariable UUID id, RedirectAttributes redirect) {
        SignedIn who = SignedIn.current().orElseThrow();
        absences.find(id).ifPresent(absence -> {
            if (!who.mayEnterAbsenceOf(absence.user())) {
                throw new AccessDeniedException("Absences of others are withdrawn by managers");
            }
            absences.withdraw(id, who.user());
            redirect.addFlashAttribute("notice", "identity.absence.withdrawn");
        });
        return HERE;
    }

    private Line line(Absence absence, SignedIn who, Locale locale) {
        DateTimeFormatter day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        return new Line(
                absence.id(),
                nameOf(absence.user()),
                day.format(absence.firstDay()),
                day.format(absence.lastDay()),
                absence.deputy() == null ? null : nameOf(absence.deputy()),
                nameOf(absence.enteredBy()),
                who.mayEnterAbsenceOf(absence.user()));
    }

    private String nameOf(String user) {
        return staff.find(user).map(StaffMember::name).orElse(user);
    }

    /** @param deputy null for nobody */
    record Line(UUID id, String name, String from, String to, String deputy, String enteredBy, boolean mayWithdraw) {}

    /** What comes back to be put right. */
    record Typed(String user, LocalDate from, LocalDate to, String deputy) {}
}
