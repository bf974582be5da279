package io.careloop.deadline;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.LevelsAsked.Asked;
import io.careloop.deadline.TriedClock.Doubt;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Other limits from the table of service levels. As at the time, each answer makes a clock due earlier or not at all; the
 * rules of a case go before the table, and what a person decided stays.
 */
final class OtherLimits extends ClockTrial {

    private static final Set<ClockKind> FROM_THE_TABLE = Set.of(ClockKind.FIRST_RESPONSE, ClockKind.RESOLUTION);

    private final LevelsAsked levels;
    private final CasePolicies policies;
    private final Calendars calendars;
    private Map<String, List<Asked>> asked = Map.of();

    OtherLimits(LevelsAsked levels, CasePolicies policies, Calendars calendars) {
        this.levels = levels;
        this.policies = policies;
        this.calendars = calendars;
    }

    @Override
    void prepare(List<String> references) {
        asked = levels.of(references);
    }

    @Override
    Tried of(Known clock) {
        if (!FROM_THE_TABLE.contains(clock.id().kind()) || clock.isDecided()) {
            return Tried.unchanged(clock);
        }
        Instant end = clock.replay().stoppedAt();
        List<Asked> until = asked.getOrDefault(clock.reference(), List.of()).stream()
                .filter(one -> end == null || !one.at().isAfter(end))
                .toList();
        CasePolicy policy = policies.of(CaseReference.of(clock.reference()));
        Instant control = due(clock, until, policy, Asked::was);
        if (control == null || control.getEpochSecond() != clock.due().getEpochSecond()) {
            return new Tried(clock, null, Doubt.LIMITS);
        }
        Instant due = due(clock, until, policy, Asked::would);
        return new Tried(clock, due, due == null ? Doubt.NO_ANSWER : null);
    }

    /** Null if there is no answer, or one without limits. */
    private Instant due(Known clock, List<Asked> asked, CasePolicy policy, Function<Asked, ServiceLevel> answer) {
        if (asked.isEmpty() || asked.stream().map(answer).anyMatch(Objects::isNull)) {
            return null;
        }
        Counting counting = clock.counting();
        BusinessCalendar calendar = calendars.at(counting.calendar(), counting.revision());
        ClockKind kind = clock.id().kind();
        return asked.stream()
                .map(one -> policy.limit(kind, one.category())
                        .orElseGet(() -> answer.apply(one).of(kind).limit()))
                .map(limit -> Moments.kept(counting.under(limit, calendar).due(calendar)))
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
