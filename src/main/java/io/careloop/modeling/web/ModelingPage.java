package io.careloop.modeling.web;

import io.careloop.engine.Deviation;
import io.careloop.engine.Deviations;
import io.careloop.engine.FindingWords;
import io.careloop.engine.ModelFile;
import io.careloop.engine.ModelKind;
import io.careloop.engine.Origin;
import io.careloop.engine.ProblemException;
import io.careloop.engine.RunningModel;
import io.careloop.engine.RunningModels;
import io.careloop.modeling.RunningChecks;
import io.careloop.modeling.RunningChecks.Result;
import io.careloop.modeling.drift.Differences;
import io.careloop.modeling.version.CurrentVersions;
import io.careloop.modeling.version.NewCases;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Checks and deviations for people. */
@Controller
@RequestMapping("/modeling")
class ModelingPage {

    private static final int DECISIONS_SHOWN = 20;
    private static final int LONGEST_REASON = 1000;

    private final RunningChecks checks;
    private final Deviations deviations;
    private final RunningModels running;
    private final FindingWords words;
    private final Moments moments;
    private final CurrentVersions current;

    ModelingPage(
            RunningChecks checks,
            Deviations deviations,
            RunningModels running,
            CurrentVersions current,
            FindingWords words,
            Moments moments) {
        this.checks = checks;
        this.deviations = deviations;
        this.running = running;
        this.current = current;
        this.words = words;
        this.moments = moments;
    }

    @GetMapping
    String overview(Locale locale, Model model) {
        model.addAttribute(
                "deviations",
                deviations.all().stream()
                        .map(found -> Line.of(found.running(), found.origin(), moments, locale))
                        .toList());
        model.addAttribute(
                "additions",
                deviations.additions().stream()
                        .map(found -> Line.of(found.running(), found.origin(), moments, locale))
                        .toList());
        Map<String, NewCases> newCases = current.all();
        model.addAttribute(
                "running",
                running.diagramsAndTables().stream()
                        .map(one -> RunningLine.of(one, newCases.get(one.key())))
                        .toList());
        model.addAttribute(
                "decisions",
                deviations.overtakings(DECISIONS_SHOWN).stream()
                        .map(made ->
                                new Decision(made.name(), made.by(), moments.shown(made.at(), locale), made.reason()))
                        .toList());
        return "modeling/overview";
    }

    @GetMapping("/checks")
    String checkWhatRuns(Locale locale, Model model) {
        return result(checks.checkWhatRuns(), false, locale, model);
    }

    @PostMapping("/checks")
    String check(@RequestParam List<MultipartFile> files, Locale locale, Model model) {
        List<ModelFile> models = Uploads.models(files);
        if (models.isEmpty()) {
            model.addAttribute("refusal", "modeling.no-models");
            return overview(locale, model);
        }
        return result(checks.check(models), true, locale, model);
    }

    @GetMapping("/drift/{kind}/{key}")
    String show(@PathVariable ModelKind kind, @PathVariable String key, Locale locale, Model model) {
        Deviation found = deviations.find(kind, key).orElseThrow(ModelingPage::none);
        model.addAttribute("line", Line.of(found.running(), found.origin(), moments, locale));
        model.addAttribute(
                "differences", Differences.between(kind, found.released().content(), found.owners()));
        return "modeling/drift";
    }

    @PostMapping("/drift/{kind}/{key}/overtaking")
    String overtake(
            @PathVariable ModelKind kind,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", "modeling.reason-missing");
            model.addAttribute("reason", reason);
            return show(kind, key, locale, model);
        }
        if (!deviations.overtake(kind, key, user.getName(), reason)) {
            throw none();
        }
        boolean waits = kind == ModelKind.DIAGRAM && current.isAnotherThanNewest(key);
        redirect.addFlashAttribute("notice", waits ? "modeling.overtaken-waits" : "modeling.overtaken");
        return "redirect:/modeling";
    }

    private String result(Result result, boolean uploaded, Locale locale, Model model) {
        List<ShownFinding> findings = ShownFinding.all(result.findings(), words, locale);
        model.addAttribute("models", result.models());
        model.addAttribute("uploaded", uploaded);
        model.addAttribute(
                "faults", findings.stream().filter(ShownFinding::fault).toList());
        model.addAttribute(
                "hints", findings.stream().filter(finding -> !finding.fault()).toList());
        return "modeling/checks";
    }

    private static ProblemException none() {
        return new ProblemException(HttpStatus.NOT_FOUND, "modeling.none");
    }

    record Decision(String name, String by, String at, String reason) {}

    /**
     * A model that an owner changed or added.
     *
     * @param kind as addresses have it
     */
    record Line(String kind, String key, String name, int version, String by, String at, String source) {

        private static Line of(RunningModel model, Origin origin, Moments moments, Locale locale) {
            return new Line(
                    model.kind().name().toLowerCase(Locale.ROOT),
                    model.key(),
                    model.name() == null ? model.key() : model.name(),
                    model.version(),
                    origin.user(),
                    moments.shown(origin.deployedAt(), locale),
                    origin.source());
        }
    }
}
