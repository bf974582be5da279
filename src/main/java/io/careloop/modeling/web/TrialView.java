package io.careloop.modeling.web;

import io.careloop.modeling.version.CaseProperty;
import io.careloop.modeling.version.CurrentVersions;
import io.careloop.modeling.version.DiagramVersion;
import io.careloop.modeling.version.NewCases;
import io.careloop.modeling.version.Trial;
import io.careloop.modeling.version.Trials;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page says of where new cases begin. */
@Component
class TrialView {

    /** How long a trial runs if nobody says otherwise. */
    private static final int DAYS = 14;

    private final Trials trials;
    private final CurrentVersions current;
    private final GroupChoices groups;
    private final Moments moments;
    private final Clock clock;

    TrialView(Trials trials, CurrentVersions current, GroupChoices groups, Moments moments, Clock clock) {
        this.trials = trials;
        this.current = current;
        this.groups = groups;
        this.moments = moments;
        this.clock = clock;
    }

    /**
     * A trial as it is shown.
     *
     * @param count  of cases so far
     * @param group  in words
     * @param isOver whether its date is past
     * @param isGone whether no case can begin in its version
     */
    record Shown(Trial trial, Trials.Count count, String group, boolean isOver, boolean isGone) {}

    /** @param all versions of the diagram, the newest first; at least one */
    void show(String key, List<DiagramVersion> all, Locale locale, Model model) {
        NewCases newCases = current.of(key).orElse(null);
        int now = newCases == null ? all.get(0).number() : newCases.current();
        model.addAttribute("key", key);
        model.addAttribute("name", all.get(0).nameOrKey());
        model.addAttribute("versions", all);
        model.addAttribute("newest", all.get(0).number());
        model.addAttribute("current", now);
        model.addAttribute("kept", newCases == null ? null : newCases.kept());
        model.addAttribute("isSuspended", isSuspended(all, now));
        model.addAttribute("before", before(all, now));
        showTrials(trials.of(key), all, locale, model);
        model.addAttribute("decisions", current.decisions(key));
        model.addAttribute("properties", CaseProperty.values());
        model.addAttribute("groups", groups);
        model.addAttribute("until", moments.today(clock).plusDays(DAYS));
        model.addAttribute("moments", moments);
        model.addAttribute("locale", locale);
    }

    private void showTrials(List<Trial> tried, List<DiagramVersion> all, Locale locale, Model model) {
        List<Shown> shown =
                tried.stream().map(trial -> shown(trial, all, locale)).toList();
        model.addAttribute(
                "running",
                shown.stream()
                        .filter(one -> !one.trial().isDecided())
                        .findFirst()
                        .orElse(null));
        model.addAttribute(
                "past", shown.stream().filter(one -> one.trial().isDecided()).toList());
    }

    private Shown shown(Trial trial, List<DiagramVersion> all, Locale locale) {
        return new Shown(
                trial,
                trials.count(trial),
                groups.words(trial.group(), locale),
                trial.isOver(clock.instant()),
                all.stream().noneMatch(one -> one.number() == trial.version() && !one.suspended()));
    }

    private static boolean isSuspended(List<DiagramVersion> all, int number) {
        return all.stream().anyMatch(one -> one.number() == number && one.suspended());
    }

    /** The nearest version before that has other words and lets cases begin; null if there is none. */
    private static Integer before(List<DiagramVersion> all, int current) {
        Integer same = all.stream()
                .filter(one -> one.number() == current)
                .map(DiagramVersion::sameAs)
                .findFirst()
                .orElse(null);
        return all.stream()
                .filter(one -> one.number() < current && !one.suspended())
                .map(DiagramVersion::number)
                .filter(number -> !Objects.equals(number, same))
                .findFirst()
                .orElse(null);
    }
}
