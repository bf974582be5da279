package io.careloop.modeling.web;

import io.careloop.modeling.version.CaseMove;
import io.careloop.modeling.version.DiagramVersion;
import io.careloop.modeling.version.Migration;
import io.careloop.modeling.version.MigrationDraft;
import io.careloop.modeling.version.MigrationPlans;
import io.careloop.modeling.version.Migrations;
import io.careloop.modeling.version.Rehearsals;
import io.careloop.modeling.version.Versions;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Moves running cases to another version: the plan for each case first, then the work and how far it is. */
@Controller
@RequestMapping("/modeling/versions/{key}")
class MigrationPage {

    /** So many are planned, and moved, at a time: what nobody saw before does not move. */
    private static final int CASES = 200;

    /** Of the parameters that say what takes the place of a node that went. */
    private static final String PLACE = "place.";

    private final Versions versions;
    private final MigrationPlans plans;
    private final Rehearsals rehearsals;
    private final Migrations migrations;
    private final VersionWords words;
    private final Moments moments;

    MigrationPage(
            Versions versions,
            MigrationPlans plans,
            Rehearsals rehearsals,
            Migrations migrations,
            VersionWords words,
            Moments moments) {
        this.versions = versions;
        this.plans = plans;
        this.rehearsals = rehearsals;
        this.migrations = migrations;
        this.words = words;
        this.moments = moments;
    }

    @GetMapping("/migration")
    String plan(
            @PathVariable String key,
            @RequestParam int from,
            @RequestParam int to,
            @RequestParam Map<String, String> parameters,
            Locale locale,
            Model model) {
        DiagramVersion source = VersionPage.find(versions, key, from);
        DiagramVersion target = VersionPage.find(versions, key, to);
        MigrationDraft draft = plans.draft(source, target, places(parameters));
        List<CaseMove> cases = draft.plan() == null ? List.of() : rehearsals.rehearse(draft, CASES);
        model.addAttribute("key", key);
        model.addAttribute("name", target.nameOrKey());
        model.addAttribute("from", source);
        model.addAttribute("to", target);
        model.addAttribute("draft", draft);
        model.addAttribute("cases", cases);
        model.addAttribute(
                "possible", cases.stream().filter(CaseMove::isPossible).count());
        model.addAttribute("rest", draft.plan() == null ? 0 : Math.max(0, source.running() - cases.size()));
        addTexts(model, locale);
        return "modeling/migration";
    }

    @PostMapping("/migrations")
    String start(
            @PathVariable String key,
            @RequestParam int from,
            @RequestParam int to,
            @RequestParam(name = "case", defaultValue = "") Set<String> chosen,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> parameters,
            Principal user,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        DiagramVersion source = VersionPage.find(versions, key, from);
        DiagramVersion target = VersionPage.find(versions, key, to);
        MigrationDraft draft = plans.draft(source, target, places(parameters));
        List<CaseMove> cases = draft.plan() == null || chosen.isEmpty() || chosen.size() > CASES
                ? List.of()
                : rehearsals.rehearse(draft, chosen).stream()
                        .filter(CaseMove::isPossible)
                        .toList();
        if (cases.isEmpty() || !VersionPage.isReason(reason)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", cases.isEmpty() ? "versions.no-case-chosen" : "modeling.reason-missing");
            model.addAttribute("reason", reason);
            return plan(key, from, to, parameters, locale, model);
        }
        return "redirect:/modeling/versions/{key}/migrations/"
                + migrations.start(source, target, draft, cases, user.getName(), reason);
    }

    @GetMapping("/migrations/{id}")
    String show(@PathVariable String key, @PathVariable long id, Locale locale, Model model) {
        Migration migration = find(key, id);
        model.addAttribute("key", key);
        model.addAttribute("migration", migration);
        model.addAttribute("progress", migrations.progress(migration));
        model.addAttribute("back", wayBack(migration));
        addTexts(model, locale);
        return "modeling/migrating";
    }

    @GetMapping("/migrations/{id}/progress")
    String progress(@PathVariable String key, @PathVariable long id, Locale locale, Model model) {
        return show(key, id, locale, model) + " :: progress";
    }

    @PostMapping("/migrations/{id}/retry")
    String retry(@PathVariable String key, @PathVariable long id) {
        migrations.retry(find(key, id));
        return "redirect:/modeling/versions/{key}/migrations/{id}";
    }

    @PostMapping("/migrations/{id}/giving-up")
    String giveUp(@PathVariable String key, @PathVariable long id, RedirectAttributes redirect) {
        migrations.giveUp(find(key, id));
        redirect.addFlashAttribute("notice", "versions.given-up");
        return "redirect:/modeling/versions/{key}/migrations/{id}";
    }

    private Migration find(String key, long id) {
        return migrations.find(key, id).orElseThrow(VersionPage::none);
    }

    private static String wayBack(Migration migration) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/modeling/versions/{key}/migration")
                .queryParam("from", migration.to())
                .queryParam("to", migration.from());
        migration.placesBack().forEach((node, place) -> address.queryParam(PLACE + node, place));
        return address.build(migration.key()).toString();
    }

    private static Map<String, String> places(Map<String, String> parameters) {
        Map<String, String> places = new HashMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(PLACE)) {
                places.put(name.substring(PLACE.length()), value);
            }
        });
        return places;
    }

    private void addTexts(Model model, Locale locale) {
        model.addAttribute("words", words);
        model.addAttribute("moments", moments);
        model.addAttribute("locale", locale);
    }
}
