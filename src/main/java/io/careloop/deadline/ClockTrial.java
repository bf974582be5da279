package io.careloop.deadline;

import io.careloop.deadline.ClockFact.What;
import io.careloop.deadline.TriedClock.Doubt;
import java.time.Instant;
import java.util.List;

/** What is tried on clocks of the past. */
public abstract sealed class ClockTrial permits OtherCalendar, OtherLimits {

    /** Cases whose clocks are asked for next. */
    void prepare(List<String> references) {}

    abstract Tried of(Known clock);

    /**
     * A clock as its facts tell it.
     *
     * @param due on file
     */
    record Known(String reference, ClockId id, Instant due, Replay replay, List<ClockFact> facts) {

        Counting counting() {
            return replay.counting();
        }

        Instant dueBy(Calendars calendars) {
            return Moments.kept(counting()
                    .due(calendars.at(counting().calendar(), counting().revision())));
        }

        /** Whether a person decided when it is due, or nobody knows what did. */
        boolean isDecided() {
            return facts.stream()
                    .anyMatch(fact -> fact.what().equals(What.DECIDED.code())
                            || fact.what().equals(What.TAKEN_OVER.code()));
        }

        TriedClock doubted(Doubt doubt) {
            return new Tried(this, null, doubt).at(Instant.MIN);
        }
    }

    /** @param due null where it cannot be told */
    record Tried(Known clock, Instant due, Doubt doubt) {

        static Tried unchanged(Known clock) {
            return new Tried(clock, clock.due(), null);
        }

        TriedClock at(Instant now) {
            Instant stopped = clock.replay().stoppedAt();
            Instant end = stopped == null ? now : stopped;
            return new TriedClock(
                    clock.reference(),
                    clock.id(),
                    clock.counting() == null ? clock.due() : clock.counting().start(),
                    stopped,
                    clock.due(),
                    due,
                    end.isAfter(clock.due()),
                    due != null && end.isAfter(due),
                    doubt);
        }
    }
}
