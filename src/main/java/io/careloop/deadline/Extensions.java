package io.careloop.deadline;

import io.careloop.cases.CaseFile;
import io.careloop.cases.Reader;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.deadline.CasePolicy.ExtensionRule;
import io.careloop.deadline.ClockStore.Held;
import io.careloop.notification.Notifications;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Extends the resolution of a case as far as its rules allow whoever decides it, and tells the customer. */
@Service
public class Extensions {

    /** What the customer is told, unless the rules of the case say it otherwise. */
    static final String TEMPLATE = "deadline-extended";

    private static final int LONGEST_REASON = 1000;

    private final CasePolicies policies;
    private final ServiceStandard standard;
    private final ClockStore store;
    private final ClockChanges changes;
    private final Clocks clocks;
    private final Timeline timeline;
    private final Notifications notifications;

    Extensions(
            CasePolicies policies,
            ServiceStandard standard,
            ClockStore store,
            ClockChanges changes,
            Clocks clocks,
            Timeline timeline,
            Notifications notifications) {
        this.policies = policies;
        this.standard = standard;
        this.store = store;
        this.changes = changes;
        this.clocks = clocks;
        this.timeline = timeline;
        this.notifications = notifications;
    }

    /** What came of it. */
    public sealed interface Outcome {

        record Extended(DeadlineClock clock) implements Outcome {}

        /** @param code of the sentence that says why not, {@code refusal.<code>} in the message bundle */
        record Refused(String code) implements Outcome {}

        /** By nobody of the groups of whoever asked. */
        record Forbidden() implements Outcome {}
    }

    /** The latest date that the reader may give the customer; empty if they may not extend it. */
    public Optional<Instant> latestFor(CaseFile file, Reader reader) {
        return resolution(store.of(file.reference()))
                .filter(ClockRecord::isRunning)
                .flatMap(clock -> latest(rules(file).filter(rule -> isFor(rule, reader)), clock, file))
                .filter(latest -> latest.isAfter(changes.now()));
    }

    /**
     * Moves the due date of the resolution to later.
     *
     * @param until  the new due date; where it lies outside of opening hours and those are counted, the closing before
     * @param reason why, which the customer is told
     */
    @Transactional
    public Outcome extend(CaseFile file, Instant until, String reason, Reader reader) {
        Held held = store.hold(file.reference());
        Optional<ClockRecord> running = resolution(held.clocks()).filter(ClockRecord::isRunning);
        if (running.isEmpty()) {
            return new Outcome.Refused("extension-stopped");
        }
        ClockRecord clock = running.get();
        Optional<Instant> latest = latest(rules(file), clock, file);
        if (latest.isEmpty()) {
            return new Outcome.Refused("extension-none");
        }
        Optional<Instant> own = latest(rules(file).filter(rule -> isFor(rule, reader)), clock, file);
        if (own.isEmpty()) {
            return new Outcome.Forbidden();
        }
        Optional<String> refusal = refusal(clock, until, reason, own.get(), latest.get());
        return refusal.isPresent() ? new Outcome.Refused(refusal.get()) : extend(file, clock, until, reason, reader);
    }

    private Optional<String> refusal(ClockRecord clock, Instant until, String reason, Instant own, Instant latest) {
        if (reason == null || reason.isBlank()) {
            return Optional.of("extension-reason-missing");
        }
        if (reason.length() > LONGEST_REASON) {
            return Optional.of("extension-reason-long");
        }
        if (until == null
                || !until.isAfter(changes.now())
                || !dueBy(clock, until).isAfter(clock.dueAt())) {
            return Optional.of("extension-not-later");
        }
        if (until.isAfter(latest)) {
            return Optional.of("extension-too-far");
        }
        return until.isAfter(own) ? Optional.of("extension-too-far-for-you") : Optional.empty();
    }

    private Outcome extend(CaseFile file, ClockRecord clock, Instant until, String reason, Reader reader) {
        DeadlineClock extended = clocks.decide(
                        file.reference(), clock.id(), limitUntil(clock, until), reader.id(), reason.strip())
                .orElseThrow();
        timeline.note(file.reference(), Kind.NOTE, reader.id(), "Resolution extended: " + reason.strip());
        notifications.toCustomer(
                file.reference(), TEMPLATE, "deadline/%s/extended/%s".formatted(file.reference(), extended.dueAt()));
        return new Outcome.Extended(extended);
    }

    private Stream<ExtensionRule> rules(CaseFile file) {
        return policies.of(file.reference()).extensions(file.category()).stream();
    }

    private static boolean isFor(ExtensionRule rule, Reader reader) {
        return !Collections.disjoint(rule.by(), reader.groups());
    }

    private Optional<Instant> latest(Stream<ExtensionRule> rules, ClockRecord clock, CaseFile file) {
        return rules.map(rule -> latest(rule, clock, file)).max(Comparator.naturalOrder());
    }

    private Instant latest(ExtensionRule rule, ClockRecord clock, CaseFile file) {
        Counting counting = clock.counting();
        BusinessCalendar calendar = changes.calendarOf(clock);
        Instant from = rule.fromStart()
                ? counting.start()
                : counting.under(standard.of(file).resolution().limit(), calendar)
                        .due(calendar);
        return rule.maximum().dueAfter(from, calendar, counting.intervals());
    }

    private Instant dueBy(ClockRecord clock, Instant until) {
        BusinessCalendar calendar = changes.calendarOf(clock);
        return clock.counting().under(limitUntil(clock, until), calendar).due(calendar);
    }

    private Limit limitUntil(ClockRecord clock, Instant until) {
        Counting counting = clock.counting();
        return new Limit(
                Interval.sum(counting.counted(counting.start(), until, changes.calendarOf(clock))),
                counting.limit().type());
    }

    private static Optional<ClockRecord> resolution(List<ClockRecord> clocks) {
        return clocks.stream()
                .filter(clock -> clock.id().equals(ClockId.RESOLUTION))
                .findFirst();
    }
}
