package io.careloop.modeling.web;

import io.careloop.modeling.version.DiagramVersion;
import io.careloop.modeling.version.Trial;
import io.careloop.modeling.version.Trial.Result;
import io.careloop.modeling.version.TrialRequest;
import io.careloop.modeling.version.Trials;
import io.careloop.modeling.version.Trials.Outcome;
import io.careloop.modeling.version.Versions;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where new cases of a diagram begin: which version is the current one, and which is tried on a part of them. */
@Controller
@RequestMapping("/modeling/versions/{key}")
class TrialPage {

    private static final String HERE = "redirect:/modeling/versions/{key}/trial";

    private final Trials trials;
    private final Versions versions;
    private final TrialView view;
    private final Moments moments;

    TrialPage(Trials trials, Versions versions, TrialView view, Moments moments) {
        this.trials = trials;
        this.versions = versions;
        this.view = view;
        this.moments = moments;
    }

    @GetMapping("/trial")
    String show(@PathVariable String key, Locale locale, Model model) {
        List<DiagramVersion> all = versions.of(key);
        if (all.isEmpty()) {
            throw VersionPage.none();
        }
        view.show(key, all, locale, model);
        return "modeling/trial";
    }

    @PostMapping("/trials")
    String start(
            @PathVariable String key,
            @RequestParam int version,
            @RequestParam int rest,
            @RequestParam(defaultValue = "0") int percent,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate until,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> parameters,
            Principal user,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        TrialRequest request = new TrialRequest(
                VersionPage.find(versions, key, version),
                VersionPage.find(versions, key, rest),
                percent,
                GroupChoices.read(parameters),
                moments.endOf(until),
                reason);
        Outcome outcome = VersionPage.isReason(reason) ? trials.start(request, user.getName()) : null;
        model.addAttribute("asked", request);
        model.addAttribute("askedUntil", until);
        return answer(outcome, "trials.started", key, locale, model, response, redirect);
    }

    @PostMapping("/trials/{id}/ending")
    String end(
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam Result result,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Trial trial = trials.find(key, id).orElseThrow(VersionPage::none);
        Outcome outcome = VersionPage.isReason(reason) ? trials.end(trial, result, user.getName(), reason) : null;
        return answer(outcome, "trials.ended." + result, key, locale, model, response, redirect);
    }

    @PostMapping("/current")
    String keep(
            @PathVariable String key,
            @RequestParam(required = false) Integer version,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        DiagramVersion wanted = version == null ? null : VersionPage.find(versions, key, version);
        Outcome outcome = VersionPage.isReason(reason) ? trials.keep(key, wanted, user.getName(), reason) : null;
        String notice = version == null ? "trials.released" : "trials.kept";
        return answer(outcome, notice, key, locale, model, response, redirect);
    }

    /** @param outcome null if the reason is missing */
    private String answer(
            Outcome outcome,
            String notice,
            String key,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (outcome instanceof Outcome.Done) {
            redirect.addFlashAttribute("notice", notice);
            return HERE;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute(
                "refusal",
                outcome instanceof Outcome.Refused refused
                        ? "trials.refused." + refused.code()
                        : "modeling.reason-missing");
        return show(key, locale, model);
    }
}
