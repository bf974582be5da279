package io.careloop.deadline;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseReference;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.deadline.ClockFact.What;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Counts the running clocks of a case by what was changed of their calendar. A clock moves to earlier; to later only by a
 * revision of which somebody decided so. Either is recorded with its facts, as is that it stays where later was refused.
 */
@Component
class ClockRecounts {

    private final ClockChanges changes;
    private final Calendars calendars;
    private final ClockTimeline timeline;

    ClockRecounts(ClockChanges changes, Calendars calendars, ClockTimeline timeline) {
        this.changes = changes;
        this.calendars = calendars;
        this.timeline = timeline;
    }

    /**
     * @param considered the clocks to look at by reference of their case, with the newest revision that each was looked at
     *     by before
     * @param revisions  of the calendar, from the first to the one to be counted by
     */
    Tally recount(Map<String, Map<ClockId, Integer>> considered, List<CalendarRevision> revisions) {
        changes.prepare(considered.keySet());
        return considered.entrySet().stream()
                .map(one -> recount(CaseReference.of(one.getKey()), revisions, one.getValue()))
                .reduce(Tally.NOTHING, Tally::plus);
    }

    private Tally recount(CaseReference reference, List<CalendarRevision> revisions, Map<ClockId, Integer> considered) {
        Instant now = changes.now();
        Count count = new Count();
        List<ClockRecord> moved = changes
                .change(
                        reference,
                        Actors.SYSTEM,
                        clock -> considered.containsKey(clock.id()) && clock.isRunning()
                                ? count.of(clock, step(clock, revisions, considered.get(clock.id()), now))
                                : Optional.empty())
                .after()
                .stream()
                .filter(count::isMoved)
                .toList();
        timeline.note(Kind.DEADLINE_SET, moved);
        return count.tally;
    }

    private Optional<Step> step(ClockRecord clock, List<CalendarRevision> revisions, int considered, Instant now) {
        ClockRecord counted = clock;
        String reason = null;
        for (CalendarRevision revision : revisions.subList(considered, revisions.size())) {
            ClockRecord after = under(counted, revision, now);
            reason = after == counted ? reason : revision.draft().reason();
            counted = after;
        }
        return counted == clock
                ? kept(clock, revisions.get(revisions.size() - 1))
                : Optional.of(Step.ruled(What.RECOUNTED, counted, reason));
    }

    private ClockRecord under(ClockRecord clock, CalendarRevision revision, Instant now) {
        BusinessCalendar calendar = calendars.at(revision.calendar(), revision.number());
        Limit limit = clock.counting().limit();
        ClockRecord earlier = clock.under(limit, clock.telling().thresholds(), calendar, now);
        if (earlier != clock || !revision.draft().allowLater()) {
            return earlier;
        }
        ClockRecord later = clock.decided(limit, calendar, now);
        return later.dueAt().isAfter(clock.dueAt()) ? later : clock;
    }

    private Optional<Step> kept(ClockRecord clock, CalendarRevision revision) {
        BusinessCalendar calendar = calendars.at(revision.calendar(), revision.number());
        Instant due = Moments.kept(clock.counting().due(calendar));
        return due.isAfter(clock.dueAt()) ? Optional.of(Step.kept(clock, revision.number(), due)) : Optional.empty();
    }

    private static final class Count {

        private Tally tally = Tally.NOTHING;
        private final Set<ClockId> moved = new HashSet<>();

        Optional<Step> of(ClockRecord before, Optional<Step> step) {
            int compared = step.map(after -> after.after().dueAt().compareTo(before.dueAt()))
                    .orElse(0);
            boolean isKept = step.isPresent() && compared == 0;
            tally = tally.plus(new Tally(1, compared < 0 ? 1 : 0, compared > 0 ? 1 : 0, isKept ? 1 : 0));
            if (compared != 0) {
                moved.add(before.id());
            }
            return step;
        }

        boolean isMoved(ClockRecord clock) {
            return moved.contains(clock.id());
        }
    }
}
