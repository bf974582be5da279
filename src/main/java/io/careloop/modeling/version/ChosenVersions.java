package io.careloop.modeling.version;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.engine.VersionChoice;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets new cases begin where owners want them to, and tells a case that it began in a version on trial. */
@Component
class ChosenVersions implements VersionChoice {

    private final CurrentVersions current;
    private final TrialRows rows;
    private final CaseFiles cases;
    private final Timeline timeline;
    private final Clock clock;

    ChosenVersions(CurrentVersions current, TrialRows rows, CaseFiles cases, Timeline timeline, Clock clock) {
        this.current = current;
        this.rows = rows;
        this.cases = cases;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Who asks for an older version than the newest means it. */
    @Override
    public Optional<Chosen> choose(Start start) {
        return current.of(start.key())
                .filter(newCases -> start.version() >= newCases.newest())
                .flatMap(
                        newCases -> newCases.trial() == null || newCases.trial().isOver(clock.instant())
                                ? currentOf(newCases)
                                : tried(newCases, start.businessKey()));
    }

    private static Optional<Chosen> currentOf(NewCases newCases) {
        return newCases.kept() == null
                ? Optional.empty()
                : Optional.ofNullable(newCases.ids().get(newCases.kept())).map(id -> new Chosen(id, instance -> {}));
    }

    private Optional<Chosen> tried(NewCases newCases, String reference) {
        Trial trial = newCases.trial();
        boolean onTrial = newCases.canTry() && isTaken(trial, reference);
        String version = newCases.ids().get(onTrial ? trial.version() : trial.rest());
        return Optional.ofNullable(version)
                .map(id -> new Chosen(id, instance -> begun(trial, instance, reference, onTrial)));
    }

    private boolean isTaken(Trial trial, String reference) {
        return Lot.isWithin(trial.percent(), trial.id(), reference)
                && (trial.group().isEmpty()
                        || file(reference)
                                .filter(file -> isInGroup(trial, file))
                                .isPresent());
    }

    private static boolean isInGroup(Trial trial, CaseFile file) {
        return trial.group().entrySet().stream()
                .allMatch(wanted -> wanted.getValue().equals(wanted.getKey().of(file)));
    }

    private void begun(Trial trial, String instance, String reference, boolean onTrial) {
        Instant now = clock.instant();
        rows.insertCase(trial, instance, reference, onTrial, now);
        if (onTrial) {
            file(reference)
                    .ifPresent(
                            file -> timeline.note(file.reference(), Kind.BEGUN_ON_TRIAL, Actors.SYSTEM, words(trial)));
        }
    }

    /** Business keys of others may be anything. */
    private Optional<CaseFile> file(String reference) {
        return CaseReference.parse(reference).flatMap(cases::find);
    }

    /** Such as "service-request 5 · 20 % · EMAIL · We try the courier". */
    private static String words(Trial trial) {
        List<String> words = new ArrayList<>(List.of(trial.key() + " " + trial.version(), trial.percent() + " %"));
        words.addAll(trial.group().values());
        words.add(trial.reason());
        return String.join(" · ", words);
    }
}
