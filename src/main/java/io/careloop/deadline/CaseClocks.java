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
import java.util.stream.Stream;
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
    private final Silences silences;

    CaseClocks(
            CaseFiles cases,
            ClockStore store,
            ClockChanges changes,
            ServiceStandard standard,
            Calendars calendars,
            ClockTimeline timeline,
            NoticeTable notices,
            Silences silences) {
        this.cases = cases;
        this.store = store;
        this.changes = changes;
        this.standard = standard;
        this.calendars = calendars;
        this.timeline = timeline;
        this.notices = notices;
        this.silences = silences;
    }

    @Override
    @Transactional
    public CaseDeadlines start(CaseReference reference) {
        CasePolicy policy = standard.begin(reference);
        BusinessCalendar calendar = policy.calendar().map(calendars::current).orElseGet(calendars::current);
        CaseFile file = cases.get(reference);
        Instant from = Moments.kept(policy.start().from(file.registeredAt(), calendar));
        ServiceLevel level = standard.under(policy, null, null);
        List<ClockRecord> clocks = Stream.concat(
                        OF_EVERY_CASE.stream().map(kind -> started(reference, kind, level.of(kind), from, calendar)),
                        silences.first(file, from, calendar, PROCESS).stream())
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
                clock -> clock.id().equals(ClockId.SILENCE)
                        ? silences.reassessed(file, clock, now, reason(file))
                        : reassessed(level, file, clock, now));
        timeline.note(Kind.DEADLINE_SET, changed.after());
        return both(changed.all());
    }

    private Optional<Step> reassessed(ServiceLevel level, CaseFile file, ClockRecord clock, Instant now) {
        return Optional.of(clock)
                .filter(CaseClocks::isOfEveryCase)
                .map(before -> under(level, file, before, now))
                .filter(after -> after != clock && !store.isDecided(file.reference(), clock.id()))
                .map(after -> Step.ruled(What.REASSESSED, after, reason(file)));
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
        List<ClockRecord> before = changes.hold(reference).clocks();
        Changed changed = changes.change(
                reference,
                Actors.SYSTEM,
                clock -> isDoneWith(id, clock) && clock.isRunning()
                        ? Optional.of(stopped(clock, at))
                        : Optional.empty());
        timeline.noteStopped(changed.after());
        if (changed.changed(ClockId.SILENCE).isPresent()) {
            silences.over(reference, before);
        }
    }

    /** Nobody waits for a word any longer once all is resolved. */
    private static boolean isDoneWith(ClockId id, ClockRecord clock) {
        return clock.id().equals(id)
                || id.equals(ClockId.RESOLUTION) && clock.id().equals(ClockId.SILENCE);
    }

    @Override
    @Transactional
    public CaseDeadlines resume(CaseReference reference, ClockKind kind) {
        Instant now = changes.now();
        Changed changed = changes.change(
                reference,
                Actors.SYSTEM,
                clock -> isDoneWith(ClockId.of(kind), clock) && !clock.isRunning()
                        ? Optional.of(runningAgain(clock, now))
                        : Optional.empty());
        timeline.note(Kind.DEADLINE_SET, changed.after());
        return both(changed.all());
    }

    private Step runningAgain(ClockRecord clock, Instant now) {
        BusinessCalendar calendar = changes.calendarOf(clock);
        return clock.id().equals(ClockId.SILENCE)
                ? Step.started(clock.restarted(clock.counting().limit(), now, calendar))
                : Step.reopened(
                        clock.reopened(Pause.RESOLVED, calendar, now),
                        new Pause(clock.stoppedAt(), now, Pause.RESOLVED));
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
        Instant silenceNotice = clocks.stream()
                .filter(clock -> clock.id().equals(ClockId.SILENCE))
                .findFirst()
                .map(clock -> clock.asClock().timerAt())
                .orElse(DeadlineClock.NEVER);
        return new CaseDeadlines(
                clock(clocks, ClockId.FIRST_RESPONSE), clock(clocks, ClockId.RESOLUTION), silenceNotice);
    }

    private static DeadlineClock clock(List<ClockRecord> clocks, ClockId id) {
        return clocks.stream()
                .filter(clock -> clock.id().equals(id))
                .findFirst()
                .map(ClockRecord::asClock)
                .orElseThrow(() -> new IllegalStateException("The clocks of this case were never started"));
    }
}
