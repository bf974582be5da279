package io.careloop.modeling.replay;

import io.careloop.deadline.ClockTrial;
import io.careloop.deadline.ClockTrials;
import io.careloop.deadline.TriedClock;
import io.careloop.insight.RecordedDecisions;
import io.careloop.modeling.replay.Answer.Difference;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** A changed calendar, or other limits, against every clock that started in a period. */
class ClockJob implements ReplayJob {

    private final ClockTrials trials;
    private final RecordedDecisions recorded;
    private final ClockTrial trial;
    private final Period period;

    ClockJob(ClockTrials trials, RecordedDecisions recorded, ClockTrial trial, Period period) {
        this.trials = trials;
        this.recorded = recorded;
        this.trial = trial;
        this.period = period;
    }

    @Override
    public long total() {
        return trials.count(period.from(), period.until());
    }

    @Override
    public void run(Consumer<List<Line>> take) {
        trials.each(trial, period.from(), period.until(), clocks -> {
            Set<String> restricted = recorded.restricted(
                    clocks.stream().map(TriedClock::reference).distinct().toList());
            take.accept(clocks.stream()
                    .map(clock -> line(clock, restricted.contains(clock.reference()) ? null : clock.reference()))
                    .toList());
        });
    }

    private static Line line(TriedClock clock, String reference) {
        Outcome outcome = outcomeOf(clock);
        return new Line(
                outcome,
                reference,
                clock.startedAt(),
                clock.clock().toString(),
                clock.due().toString(),
                clock.doubt() == null
                        ? clock.triedDue().toString()
                        : clock.doubt().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                null,
                null,
                outcome == Outcome.CHANGED
                        ? List.of(new Difference(
                                clock.clock().kind().code(), lateness(clock.wasLate()), lateness(clock.wouldBeLate())))
                        : List.of());
    }

    private static Outcome outcomeOf(TriedClock clock) {
        if (clock.doubt() != null) {
            return clock.doubt() == TriedClock.Doubt.NO_ANSWER ? Outcome.FAILED : Outcome.UNKNOWN;
        }
        if (clock.wasLate() != clock.wouldBeLate()) {
            return Outcome.CHANGED;
        }
        return clock.isMoved() ? Outcome.MOVED : Outcome.SAME;
    }

    private static String lateness(boolean late) {
        return late ? "late" : "in-time";
    }
}
