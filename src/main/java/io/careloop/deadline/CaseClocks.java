package io.careloop.deadline;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.FirstResponseGiven;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.deadline.ClockTimers.Move;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The clocks of a case: what is on file, the processes of the case and its timeline change together. */
@Service
class CaseClocks implements Deadlines {

    private final CaseFiles cases;
    private final ClockStore store;
    private final ServiceLevels levels;
    private final Calendars calendars;
    private final ClockTimers timers;
    private final ClockTimeline timeline;
    private final Clock time;

    CaseClocks(
            CaseFiles cases,
            ClockStore store,
            ServiceLevels levels,
            Calendars calendars,
            ClockTimers timers,
            ClockTimeline timeline,
            Clock time) {
        this.cases = cases;
        this.store = store;
        this.levels = levels;
        this.calendars = calendars;
        this.timers = timers;
        this.timeline = timeline;
        this.time = time;
    }

    @Override
    @Transactional
    public CaseDeadlines start(CaseReference reference) {
        Instant from = cases.get(reference).registeredAt();
        ServiceLevel level = levels.decide(null, null);
        List<ClockRecord> clocks = Stream.of(ClockKind.values())
                .map(kind -> ClockRecord.start(reference.value(), kind, level.of(kind), calendars.current(), from))
                .toList();
        store.save(clocks);
        timeline.note(Kind.DEADLINE_SET, clocks);
        return both(clocks);
    }

    @Override
    @Transactional
    public CaseDeadlines reassess(CaseReference reference) {
        CaseFile file = cases.get(reference);
        ServiceLevel level = levels.decide(file.category(), file.priority());
        Instant now = time.instant();
        Changed changed = change(
                reference, clock -> clock.under(level.of(clock.kind()), calendars.current(clock.calendar()), now));
        timeline.note(Kind.DEADLINE_SET, changed.after());
        return both(changed.all());
    }

    @EventListener
    void on(FirstResponseGiven answer) {
        stop(answer.reference(), List.of(ClockKind.FIRST_RESPONSE), answer.at());
    }

    @Override
    @Transactional
    public void stop(CaseReference reference, ClockKind kind) {
        stop(reference, List.of(kind), time.instant());
    }

    @Override
    @Transactional
    public CaseDeadlines resume(CaseReference reference, ClockKind kind) {
        Instant now = time.instant();
        Changed changed = change(
                reference,
                clock -> clock.kind() == kind && !clock.isRunning()
                        ? clock.resume(calendars.current(clock.calendar()), now)
                        : clock);
        timeline.note(Kind.DEADLINE_SET, changed.after());
        return both(changed.all());
    }

    @Override
    @Transactional
    public void end(CaseReference reference) {
        stop(reference, List.of(ClockKind.values()), time.instant());
        timers.release(reference);
    }

    @Override
    public Optional<CaseDeadlines> of(CaseReference reference) {
        return Optional.of(store.of(reference))
                .filter(clocks -> !clocks.isEmpty())
                .map(CaseClocks::both);
    }

    private void stop(CaseReference reference, List<ClockKind> kinds, Instant at) {
        Changed changed =
                change(reference, clock -> kinds.contains(clock.kind()) && clock.isRunning() ? clock.stop(at) : clock);
        List<ClockRecord> stopped = changed.after();
        timeline.note(
                Kind.DEADLINE_MET,
                stopped.stream().filter(clock -> !at.isAfter(clock.dueAt())).toList());
        // who was told of the miss needs no second word about it
        timeline.note(
                Kind.DEADLINE_MISSED,
                stopped.stream()
                        .filter(clock -> at.isAfter(clock.dueAt()) && clock.missedAt() == null)
                        .toList());
    }

    private Changed change(CaseReference reference, UnaryOperator<ClockRecord> change) {
        List<ClockRecord> before = store.hold(reference);
        List<ClockRecord> all = new ArrayList<>();
        List<ClockRecord> after = new ArrayList<>();
        List<Move> moves = new ArrayList<>();
        for (ClockRecord old : before) {
            ClockRecord now = change.apply(old);
            all.add(now);
            if (!now.equals(old)) {
                after.add(now);
                moves.add(new Move(old.asClock(), now.asClock()));
            }
        }
        store.save(after);
        if (!moves.isEmpty()) {
            timers.move(reference, moves);
        }
        return new Changed(all, after);
    }

    private static CaseDeadlines both(List<ClockRecord> clocks) {
        if (clocks.size() != ClockKind.values().length) {
            throw new IllegalStateException("The clocks of this case were never started");
        }
        return new CaseDeadlines(clocks.get(0).asClock(), clocks.get(1).asClock());
    }

    /** All clocks of a case, and those of them that changed. */
    private record Changed(List<ClockRecord> all, List<ClockRecord> after) {}
}
