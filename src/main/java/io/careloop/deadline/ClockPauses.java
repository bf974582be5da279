package io.careloop.deadline;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseReference;
import io.careloop.deadline.ClockChanges.Changed;
import io.careloop.deadline.PauseOutcome.Paused;
import io.careloop.deadline.PauseOutcome.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Pauses and resumes clocks within the caller's transaction. */
@Component
class ClockPauses {

    private final ClockChanges changes;
    private final PauseRules rules;
    private final ClockTimeline timeline;

    ClockPauses(ClockChanges changes, PauseRules rules, ClockTimeline timeline) {
        this.changes = changes;
        this.rules = rules;
        this.timeline = timeline;
    }

    PauseOutcome pause(CaseReference reference, ClockId id, String reason, Instant until, String actor, String note) {
        Optional<PauseRule> rule = rules.find(reference.value(), id.kind(), reason);
        if (rule.isEmpty()) {
            return new Refused("reason");
        }
        Instant now = changes.now();
        List<String> refusals = new ArrayList<>();
        Changed changed = changes.change(reference, actor, clock -> {
            if (!clock.id().equals(id)) {
                return Optional.empty();
            }
            Instant latest = latest(rule.get(), clock, now);
            Optional<String> refusal = refusal(clock, latest, until, now);
            refusal.ifPresent(refusals::add);
            return refusal.isPresent()
                    ? Optional.empty()
                    : Optional.of(paused(clock, new Pause(now, until == null ? latest : until, reason), now));
        });
        if (changed.after().isEmpty()) {
            return new Refused(refusals.stream().findFirst().orElse("no-clock"));
        }
        ClockRecord clock = changed.after().get(0);
        Pause pause = clock.counting().pauses().get(clock.counting().pauses().size() - 1);
        timeline.notePaused(clock, pause, actor, note);
        return new Paused(clock.asClock(), pause.to());
    }

    private Step paused(ClockRecord clock, Pause pause, Instant now) {
        return Step.paused(clock.paused(pause, changes.calendarOf(clock), now), pause);
    }

    private static Optional<String> refusal(ClockRecord clock, Instant latest, Instant until, Instant now) {
        if (!clock.isRunning()) {
            return Optional.of("stopped");
        }
        if (clock.counting().isPausedAt(now)) {
            return Optional.of("paused");
        }
        if (!clock.isMetAt(now)) {
            return Optional.of("missed");
        }
        if (!latest.isAfter(now)) {
            return Optional.of("used-up");
        }
        if (until != null && !until.isAfter(now)) {
            return Optional.of("past");
        }
        return until != null && until.isAfter(latest) ? Optional.of("too-long") : Optional.empty();
    }

    /** All in one change, since every case pays for it. */
    void pauseAll(CaseReference reference, Collection<ClockId> ids, String reason) {
        Instant now = changes.now();
        changes.change(
                reference,
                Actors.SYSTEM,
                clock -> Optional.of(clock)
                        .filter(each -> ids.contains(each.id()))
                        .flatMap(each -> rules.find(reference.value(), each.id().kind(), reason))
                        .flatMap(rule -> pausedUnder(rule, clock, now)));
    }

    private Optional<Step> pausedUnder(PauseRule rule, ClockRecord clock, Instant now) {
        Instant latest = latest(rule, clock, now);
        return refusal(clock, latest, null, now).isPresent()
                ? Optional.empty()
                : Optional.of(paused(clock, new Pause(now, latest, rule.reason()), now));
    }

    private Instant latest(PauseRule rule, ClockRecord clock, Instant now) {
        return Moments.kept(rule.latestEnd(clock.counting(), now, changes.calendarOf(clock)));
    }

    /** @param reason null for any */
    Optional<DeadlineClock> resume(CaseReference reference, ClockId id, String reason, String actor) {
        return resumeAll(reference, List.of(id), reason, actor).stream().findFirst();
    }

    /** @return the clocks as they stand, those that were not paused too */
    List<DeadlineClock> resumeAll(CaseReference reference, Collection<ClockId> ids, String reason, String actor) {
        Instant now = changes.now();
        Changed changed = changes.change(
                reference,
                actor,
                clock -> Optional.of(clock)
                        .filter(each -> ids.contains(each.id()) && each.isRunning())
                        .flatMap(each -> each.asClock().pauseAt(now))
                        .filter(pause -> reason == null || reason.equals(pause.reason()))
                        .map(pause -> Step.resumed(clock.resumed(changes.calendarOf(clock), now), now)));
        changed.after().forEach(clock -> timeline.noteResumed(clock, actor));
        return changed.all().stream()
                .filter(clock -> ids.contains(clock.id()))
                .map(ClockRecord::asClock)
                .toList();
    }
}
