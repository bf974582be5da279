package io.careloop.deadline;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseReference;
import io.careloop.deadline.ClockStore.Held;
import io.careloop.deadline.ClockTimers.Move;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Changes clocks: what is on file, the facts, and what the processes know of it change together. */
@Component
class ClockChanges {

    private final ClockStore store;
    private final HeldClocks holds;
    private final Calendars calendars;
    private final ClockTimers timers;
    private final ChainLog log;
    private final ApplicationEventPublisher events;
    private final Clock time;

    ClockChanges(
            ClockStore store,
            HeldClocks holds,
            Calendars calendars,
            ClockTimers timers,
            ChainLog log,
            ApplicationEventPublisher events,
            Clock time) {
        this.store = store;
        this.holds = holds;
        this.calendars = calendars;
        this.timers = timers;
        this.log = log;
        this.events = events;
        this.time = time;
    }

    /** All clocks of a case after a change, and those of them that changed. */
    record Changed(List<ClockRecord> all, List<ClockRecord> after) {

        Optional<ClockRecord> changed(ClockId id) {
            return after.stream().filter(clock -> clock.id().equals(id)).findFirst();
        }

        Optional<ClockRecord> find(ClockId id) {
            return all.stream().filter(clock -> clock.id().equals(id)).findFirst();
        }
    }

    Instant now() {
        return Moments.kept(time.instant());
    }

    /** The calendar that a clock is counted by. */
    BusinessCalendar calendarOf(ClockRecord clock) {
        return calendars.at(clock.counting().calendar(), clock.counting().revision());
    }

    /** Adds the first clocks of a case; its processes begin with them. */
    void startFirst(List<ClockRecord> clocks) {
        keep(Held.NOTHING, clocks.stream().map(Step::started).toList(), Actors.SYSTEM);
    }

    /** Adds a clock, or puts it in place of the one that has its name. */
    void start(CaseReference reference, ClockRecord clock) {
        Held held = holds.hold(reference);
        keep(held, List.of(Step.started(clock)), Actors.SYSTEM);
        held.clocks().stream()
                .filter(before -> before.id().equals(clock.id()))
                .forEach(before -> move(reference, List.of(before), Map.of(clock.id(), clock), none -> false));
    }

    Changed change(CaseReference reference, String actor, Function<ClockRecord, Optional<Step>> change) {
        return change(reference, actor, none -> false, change);
    }

    /**
     * @param change   what becomes of a clock; empty to leave it
     * @param releases the clocks for which nothing waits any longer, once they have stopped
     */
    Changed change(
            CaseReference reference,
            String actor,
            Predicate<ClockId> releases,
            Function<ClockRecord, Optional<Step>> change) {
        List<ClockRecord> before = holds.hold(reference).clocks();
        Changed changed = changeUnwatched(reference, actor, change);
        Map<ClockId, ClockRecord> after = new HashMap<>();
        changed.after().forEach(clock -> after.put(clock.id(), clock));
        move(reference, before, after, releases);
        return changed;
    }

    /** Leaves alone what waits for the clocks. */
    Changed changeUnwatched(CaseReference reference, String actor, Function<ClockRecord, Optional<Step>> change) {
        Instant now = now();
        Held held = holds.hold(reference);
        List<Step> steps = held.clocks().stream()
                .flatMap(clock -> change.apply(clock).map(step -> step.withTimerOf(clock, now)).stream())
                .toList();
        Map<ClockId, ClockRecord> after = new HashMap<>();
        steps.forEach(step -> after.put(step.after().id(), step.after()));
        if (!steps.isEmpty()) {
            keep(held, steps, actor);
        }
        return new Changed(
                held.clocks().stream()
                        .map(clock -> after.getOrDefault(clock.id(), clock))
                        .toList(),
                steps.stream().map(Step::after).toList());
    }

    /** Those that this transaction holds already. */
    Optional<List<ClockRecord>> known(CaseReference reference) {
        return holds.known(reference).map(Held::clocks);
    }

    /** Looks up many cases at once, for changes of each within the same command of the engine. */
    void prepare(Collection<String> references) {
        holds.hold(references);
        timers.prepare(references.stream().map(CaseReference::of).toList());
    }

    Held hold(CaseReference reference) {
        return holds.hold(reference);
    }

    /** Changes or adds clocks that no process watches. */
    void apply(CaseReference reference, String actor, Function<List<ClockRecord>, List<Step>> change) {
        Held held = holds.hold(reference);
        List<Step> steps = change.apply(held.clocks());
        if (!steps.isEmpty()) {
            keep(held, steps, actor);
        }
    }

    /** Keeps when the staff are told next, which no due date follows from. */
    void keepNotice(Held held, ClockRecord clock) {
        store.saveNotice(clock);
        holds.keep(clock.reference(), held, List.of(clock), held.length(), held.head());
    }

    /** Keeps changes of which the processes know. */
    void keep(Held held, List<Step> steps, String actor) {
        Instant now = now();
        List<ClockFact> facts = new ArrayList<>();
        String previous = held.head();
        for (Step step : steps) {
            ClockFact fact = ClockFact.after(
                    held.length() + facts.size() + 1,
                    previous,
                    step.after().id(),
                    step.what(),
                    now,
                    actor,
                    step.data());
            facts.add(fact);
            previous = fact.hash();
        }
        List<ClockRecord> clocks = steps.stream().map(Step::after).toList();
        List<Long> counted = clocks.stream().map(this::countedSeconds).toList();
        store.save(clocks, counted, facts);
        String reference = clocks.get(0).reference();
        for (int i = 0; i < clocks.size(); i++) {
            events.publishEvent(
                    new ClockChanged(CaseReference.of(reference), clocks.get(i).asClock(), counted.get(i)));
        }
        holds.keep(reference, held, clocks, held.length() + facts.size(), previous);
        log.grown(reference, previous, held.length() + facts.size());
    }

    private void move(
            CaseReference reference,
            List<ClockRecord> before,
            Map<ClockId, ClockRecord> after,
            Predicate<ClockId> releases) {
        List<Move> moves = before.stream()
                .map(clock -> move(clock, after.getOrDefault(clock.id(), clock), releases))
                .filter(move -> move.process() != null)
                .filter(move -> move.releases() || isFollowed(move.before(), move.after()))
                .toList();
        if (!moves.isEmpty()) {
            timers.move(reference, moves);
        }
    }

    private static boolean isFollowed(DeadlineClock before, DeadlineClock after) {
        return after.kind().isLookedAtEarly()
                ? !before.timerAt().equals(after.timerAt())
                : !Objects.equals(before, after);
    }

    private static Move move(ClockRecord before, ClockRecord after, Predicate<ClockId> releases) {
        boolean isReleased = !after.isRunning() && releases.test(after.id());
        return new Move(before.asClock(), after.asClock(), after.watchedBy(), isReleased);
    }

    private Long countedSeconds(ClockRecord clock) {
        if (clock.isRunning() || clock.stoppedAt().isBefore(clock.counting().start())) {
            return null;
        }
        return Interval.sum(clock.counting().counted(clock.counting().start(), clock.stoppedAt(), calendarOf(clock)))
                .toSeconds();
    }
}
