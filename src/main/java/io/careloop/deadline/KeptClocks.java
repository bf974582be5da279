package io.careloop.deadline;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.deadline.ClockFact.What;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class KeptClocks implements Clocks {

    private final CaseFiles cases;
    private final NoticeTable notices;
    private final ClockStore store;
    private final ClockChanges changes;
    private final Calendars calendars;
    private final ClockTimeline timeline;
    private final ClockPauses pauses;

    KeptClocks(
            CaseFiles cases,
            NoticeTable notices,
            ClockStore store,
            ClockChanges changes,
            Calendars calendars,
            ClockTimeline timeline,
            ClockPauses pauses) {
        this.cases = cases;
        this.notices = notices;
        this.pauses = pauses;
        this.store = store;
        this.changes = changes;
        this.calendars = calendars;
        this.timeline = timeline;
    }

    @Override
    @Transactional
    public DeadlineClock start(CaseReference reference, ClockId id, ClockStart start) {
        BusinessCalendar calendar =
                start.calendar() == null ? calendars.current() : calendars.current(start.calendar());
        ClockStart told = start.thresholds() == null ? start.with(notices(reference, id.kind())) : start;
        ClockRecord clock = ClockRecord.start(reference.value(), id, told, Moments.kept(start.from()), calendar);
        changes.start(reference, clock);
        timeline.note(Kind.DEADLINE_SET, List.of(clock));
        return clock.asClock();
    }

    private List<Threshold> notices(CaseReference reference, ClockKind kind) {
        CaseFile file = cases.get(reference);
        return notices.of(kind, file.category(), file.priority());
    }

    @Override
    @Transactional
    public void stop(CaseReference reference, ClockId id) {
        stop(reference, id, none -> false);
    }

    @Override
    @Transactional
    public void end(CaseReference reference, ClockId id) {
        stop(reference, id, id::equals);
    }

    private void stop(CaseReference reference, ClockId id, Predicate<ClockId> releases) {
        Instant now = changes.now();
        timeline.noteStopped(changes.change(reference, Actors.SYSTEM, releases, clock -> stopped(clock, id, now))
                .after());
    }

    @Override
    @Transactional
    public void stopUnwatched(CaseReference reference, ClockId id) {
        Instant now = changes.now();
        timeline.noteStopped(changes.changeUnwatched(reference, Actors.SYSTEM, clock -> stopped(clock, id, now))
                .after());
    }

    private Optional<Step> stopped(ClockRecord clock, ClockId id, Instant now) {
        return clock.id().equals(id) && clock.isRunning()
                ? Optional.of(Step.stopped(clock.stop(changes.calendarOf(clock), now)))
                : Optional.empty();
    }

    @Override
    @Transactional
    public void reopen(CaseReference reference, ClockId id, String reason) {
        Instant now = changes.now();
        timeline.note(
                Kind.DEADLINE_SET,
                changes.change(
                                reference,
                                Actors.SYSTEM,
                                clock -> clock.id().equals(id) && !clock.isRunning()
                                        ? Optional.of(reopened(clock, reason, now))
                                        : Optional.empty())
                        .after());
    }

    private Step reopened(ClockRecord clock, String reason, Instant now) {
        return Step.reopened(
                clock.reopened(reason, changes.calendarOf(clock), now), new Pause(clock.stoppedAt(), now, reason));
    }

    @Override
    @Transactional
    public PauseOutcome pause(
            CaseReference reference, ClockId id, String reason, Instant until, String actor, String note) {
        return pauses.pause(reference, id, reason, until, actor, note);
    }

    @Override
    @Transactional
    public void pauseAll(CaseReference reference, Collection<ClockId> clocks, String reason) {
        pauses.pauseAll(reference, clocks, reason);
    }

    @Override
    @Transactional
    public List<DeadlineClock> resumeAll(CaseReference reference, Collection<ClockId> clocks, String reason) {
        return pauses.resumeAll(reference, clocks, reason, Actors.SYSTEM);
    }

    @Override
    @Transactional
    public Optional<DeadlineClock> resume(CaseReference reference, ClockId id, String reason, String actor) {
        return pauses.resume(reference, id, reason, actor);
    }

    @Override
    @Transactional
    public Optional<DeadlineClock> decide(
            CaseReference reference, ClockId id, Limit limit, String actor, String reason) {
        Instant now = changes.now();
        return changeRunning(
                reference,
                id,
                actor,
                Kind.DEADLINE_SET,
                clock -> Optional.of(
                        Step.ruled(What.DECIDED, clock.decided(limit, changes.calendarOf(clock), now), reason)));
    }

    @Override
    @Transactional
    public Optional<DeadlineClock> acknowledge(CaseReference reference, ClockId id, String actor) {
        Instant now = changes.now();
        return changeRunning(
                reference,
                id,
                actor,
                null,
                clock -> clock.telling().toldPercent() == 0 || clock.telling().isAcknowledged()
                        ? Optional.empty()
                        : Optional.of(Step.acknowledged(clock.acknowledged(changes.calendarOf(clock), now))));
    }

    @Override
    public Optional<DeadlineClock> find(CaseReference reference, ClockId id) {
        return of(reference).stream().filter(clock -> clock.id().equals(id)).findFirst();
    }

    @Override
    public List<DeadlineClock> of(CaseReference reference) {
        return store.of(reference).stream().map(ClockRecord::asClock).toList();
    }

    private Optional<DeadlineClock> changeRunning(
            CaseReference reference,
            ClockId id,
            String actor,
            Kind kind,
            Function<ClockRecord, Optional<Step>> change) {
        Optional<ClockRecord> changed = changes.change(
                        reference,
                        actor,
                        clock -> clock.id().equals(id) && clock.isRunning() ? change.apply(clock) : Optional.empty())
                .changed(id);
        if (kind != null) {
            timeline.note(kind, changed.stream().toList());
        }
        return changed.map(ClockRecord::asClock);
    }
}
