package io.careloop.modeling.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.careloop.engine.ProblemException;
import io.careloop.modeling.drift.Difference.Kind;
import io.careloop.modeling.version.Comparisons;
import io.careloop.modeling.version.Comparisons.Comparison;
import io.careloop.modeling.version.CurrentVersions;
import io.careloop.modeling.version.DiagramVersion;
import io.careloop.modeling.version.Migrations;
import io.careloop.modeling.version.Suspensions;
import io.careloop.modeling.version.Suspensions.Action;
import io.careloop.modeling.version.Versions;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The versions of diagrams: which there are, how they differ, and whether cases may begin in them. */
@Controller
@RequestMapping("/modeling/versions")
class VersionPage {

    static final int LONGEST_REASON = 1000;

    private final Versions versions;
    private final Suspensions suspensions;
    private final Migrations migrations;
    private final CurrentVersions current;
    private final Comparisons comparisons;
    private final VersionWords words;
    private final Moments moments;
    private final ObjectMapper json;

    VersionPage(
            Versions versions,
            Suspensions suspensions,
            Migrations migrations,
            CurrentVersions current,
            Comparisons comparisons,
            VersionWords words,
            Moments moments,
            ObjectMapper json) {
        this.versions = versions;
        this.suspensions = suspensions;
        this.migrations = migrations;
        this.current = current;
        this.comparisons = comparisons;
        this.words = words;
        this.moments = moments;
        this.json = json;
    }

    @GetMapping
    String all(Model model) {
        model.addAttribute("lines", versions.all());
        model.addAttribute("newCases", current.all());
        return "modeling/versions";
    }

    @GetMapping("/{key}")
    String one(@PathVariable String key, Locale locale, Model model) {
        List<DiagramVersion> all = versions.of(key);
        if (all.isEmpty()) {
            throw none();
        }
        model.addAttribute("key", key);
        model.addAttribute("name", all.get(0).nameOrKey());
        model.addAttribute("versions", all);
        model.addAttribute("newCases", current.of(key).orElse(null));
        model.addAttribute("actions", Action.values());
        model.addAttribute("decisions", suspensions.of(key));
        model.addAttribute("migrations", migrations.of(key));
        addTexts(model, locale);
        return "modeling/version";
    }

    @GetMapping("/{key}/compare")
    String compare(@PathVariable String key, @RequestParam int from, @RequestParam int to, Locale locale, Model model) {
        DiagramVersion before = find(versions, key, from);
        DiagramVersion after = find(versions, key, to);
        Comparison comparison = comparisons.between(before, after);
        model.addAttribute("key", key);
        model.addAttribute("name", after.nameOrKey());
        model.addAttribute("from", before);
        model.addAttribute("to", after);
        model.addAttribute("comparison", comparison);
        model.addAttribute("marksBefore", marks(comparison, Kind.REMOVED, Kind.CHANGED, Kind.MOVED));
        model.addAttribute("marksAfter", marks(comparison, Kind.ADDED, Kind.CHANGED, Kind.MOVED));
        addTexts(model, locale);
        return "modeling/compare";
    }

    /** The diagram itself, for the page that draws it. */
    @GetMapping(value = "/{key}/{version}.bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    byte[] diagram(@PathVariable String key, @PathVariable int version) {
        return versions.contentOf(find(versions, key, version));
    }

    @PostMapping("/{key}/suspension")
    String decide(
            @PathVariable String key,
            @RequestParam(required = false) Integer version,
            @RequestParam Action action,
            @RequestParam(defaultValue = "") String reason,
            Principal user,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!isReason(reason)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", "modeling.reason-missing");
            model.addAttribute("chosenVersion", version);
            model.addAttribute("chosenAction", action);
            return one(key, locale, model);
        }
        if (version == null && versions.of(key).isEmpty()) {
            throw none();
        }
        suspensions.decide(key, version == null ? null : find(versions, key, version), action, user.getName(), reason);
        redirect.addFlashAttribute("notice", "versions.decided." + action);
        return "redirect:/modeling/versions/{key}";
    }

    private String marks(Comparison comparison, Kind... kinds) {
        try {
            Map<String, Object> marks = new LinkedHashMap<>();
            for (Kind kind : kinds) {
                marks.put(kind.name().toLowerCase(Locale.ROOT), comparison.ids(kind));
            }
            return json.writeValueAsString(marks);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void addTexts(Model model, Locale locale) {
        model.addAttribute("words", words);
        model.addAttribute("moments", moments);
        model.addAttribute("locale", locale);
    }

    static boolean isReason(String reason) {
        return !reason.isBlank() && reason.length() <= LONGEST_REASON;
    }

    static DiagramVersion find(Versions versions, String key, int number) {
        return versions.find(key, number).orElseThrow(VersionPage::none);
    }

    static ProblemException none() {
        return new ProblemException(HttpStatus.NOT_FOUND, "versions.none");
    }
}
