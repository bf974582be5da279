package io.careloop.deadline;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.FirstResponseGiven;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.deadline.ClockChanges.Changed;
import io.careloop.deadline.ClockFact.What;
import io.careloop.deadline.ServiceLevel.Term;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The two clocks that every case has. */
@Service
class CaseClocks implements Deadlines {

    private static final List<ClockKind> OF_EVERY_CASE = List.of(ClockKind.FIRST_RESPONSE, ClockKind.RESOLUTION);
    private static final String PROCESS = "service-request";

    private final CaseFiles cases;
    private final ClockStore store;
    private final ClockChanges changes;
    private final ServiceStandard standard;
    private final Calendars calendars;
    private final ClockTimeline timeline;
    private final NoticeTable notices;

    CaseClocks(
            CaseFiles cases,
            ClockStore store,
            ClockChanges changes,
            ServiceStandard standard,
            Calendars calendars,
            ClockTimeline timeline,
            NoticeTable notices) {
        this.cases = cases;
        this.store = store;
        this.changes = changes;
        this.standard = standard;
        this.calendars = calendars;
        this.timeline = timeline;
        this.notices = notices;
    }

    @Override
    @Transactional
    public CaseDeadlines start(CaseReference reference) {
        CasePolicy policy = standard.begin(reference);
        BusinessCalendar calendar = policy.calendar().map(calendars::current).orElseGet(calendars::current);
        Instant from = Moments.kept(policy.start().from(cases.get(reference).registeredAt(), calendar));
        ServiceLevel level = standard.under(policy, null, null);
        List<ClockRecord> clocks = OF_EVERY_CASE.stream()
                .map(kind -> started(reference, kind, level.of(kind), from, calendar))
                .toList();
        changes.startFirst(clocks);
        timeline.note(Kind.DEADLINE_SET, clocks);
        return both(clocks);
    }

    private ClockRecord started(
            CaseReference reference, ClockKind kind, Term term, Instant from, BusinessCalendar calendar) {
        ClockStart start = new ClockStart(term.limit(), from, calendar.name(), PROCESS, notices.of(kind, null, null));
        return ClockRecord.start(reference.value(), ClockId.of(kind), start, from, calendar);
    }

    @Override
    @Transactional
    public CaseDeadlines reassess(CaseReference reference) {
        CaseFile file = cases.get(reference);
        ServiceLevel level = standard.of(file);
        Instant now = changes.now();
        Changed changed = changes.change(
                reference,
                Actors.SYSTEM,
                clock -> Optional.of(clock)
                        .filter(CaseClocks::isOfEveryCase)
                        .map(before -> under(level, file, before, now))
                        .filter(after -> after != clock && !store.isDecided(reference, clock.id()))
                        .map(after -> Step.ruled(What.REASSESSED, after, reason(file))));
        timeline.note(Kind.DEADLINE_SET, changed.after());
        return both(changed.all());
    }

    private ClockRecord under(ServiceLevel level, CaseFile file, ClockRecord clock, Instant now) {
        ClockKind kind = clock.id().kind();
        return clock.under(
                level.of(kind).limit(),
                notices.of(kind, file.category(), file.priority()),
                changes.calendarOf(clock),
                now);
    }

    private static String reason(CaseFile file) {
        return "%s, %s".formatted(file.category(), file.priority());
    }

    @EventListener
    void on(FirstResponseGiven answer) {
        stop(answer.reference(), ClockId.FIRST_RESPONSE, Moments.kept(answer.at()));
    }

    @Override
    @Transactional
    public void stop(CaseReference reference, ClockKind kind) {
        stop(reference, ClockId.of(kind), changes.now());
    }

    private void stop(CaseReference reference, ClockId id, Instant at) {
        Changed changed = changes.change(
                reference,
                Actors.SYSTEM,
                clock -> clock.id().equals(id) && clock.isRunning()
                        ? Optional.of(stopped(clock, at))
                        : Optional.empty());
        timeline.noteStopped(changed.after());
    }

    @Override
    @Transactional
    public CaseDeadlines resume(CaseReference reference, ClockKind kind) {
        Instant now = changes.now();
        Changed changed = changes.change(
                reference,
                Actors.SYSTEM,
                clock -> clock.id().equals(ClockId.of(kind)) && !clock.isRunning()
                        ? Optional.of(Step.reopened(
                                clock.reopened(Pause.RESOLVED, changes.calendarOf(clock), now),
                                new Pause(clock.stoppedAt(), now, Pause.RESOLVED)))
                        : Optional.empty());
        timeline.note(Kind.DEADLINE_SET, changed.after());
        return both(changed.all());
    }

    @Override
    @Transactional
    public void end(CaseReference reference) {
        Instant now = changes.now();
        Changed changed = changes.change(
                reference,
                Actors.SYSTEM,
                every -> true,
                clock -> clock.isRunning() ? Optional.of(stopped(clock, now)) : Optional.empty());
        timeline.noteStopped(changed.after());
    }

    private Step stopped(ClockRecord clock, Instant at) {
        return Step.stopped(clock.stop(changes.calendarOf(clock), at));
    }

    @Override
    public Optional<CaseDeadlines> of(CaseReference reference) {
        return Optional.of(changes.known(reference).orElseGet(() -> store.of(reference)))
                .filter(clocks -> clocks.stream().anyMatch(CaseClocks::isOfEveryCase))
                .map(CaseClocks::both);
    }

    private static boolean isOfEveryCase(ClockRecord clock) {
        return OF_EVERY_CASE.contains(clock.id().kind());
    }

    private static CaseDeadlines both(List<ClockRecord> clocks) {
        return new CaseDeadlines(clock(clocks, ClockId.FIRST_RESPONSE), clock(clocks, ClockId.RESOLUTION));
    }

    private static DeadlineClock clock(List<ClockRecord> clocks, ClockId id) {
        return clocks.stream()
                .filter(clock -> clock.id().equals(id))
                .findFirst()
                .map(ClockRecord::asClock)
                .orElseThrow(() -> new IllegalStateException("The clocks of this case were never started"));
    }
}
