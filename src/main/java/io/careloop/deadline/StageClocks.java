package io.careloop.deadline;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseReference;
import io.careloop.engine.StageEntered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Measures how long a case is in each stage. A stage that it comes back to is counted on. Nobody is told of these clocks:
 * they are for whoever looks how the work goes.
 */
@Component
class StageClocks {

    private static final String ELSEWHERE = "elsewhere";

    private final ClockChanges changes;
    private final Calendars calendars;
    private final StageNorms norms;

    StageClocks(ClockChanges changes, Calendars calendars, StageNorms norms) {
        this.changes = changes;
        this.calendars = calendars;
        this.norms = norms;
    }

    /** Within the transaction in which the process comes to the stage. */
    @EventListener
    void on(StageEntered event) {
        ClockId entered = new ClockId(ClockKind.STAGE, event.stage().toLowerCase(Locale.ROOT));
        Optional<Limit> norm = norms.of(event.stage());
        CaseReference.parse(event.businessKey())
                .ifPresent(reference ->
                        changes.apply(reference, Actors.SYSTEM, clocks -> steps(reference, clocks, entered, norm)));
    }

    private List<Step> steps(CaseReference reference, List<ClockRecord> clocks, ClockId entered, Optional<Limit> norm) {
        Instant now = changes.now();
        List<Step> steps = new ArrayList<>();
        clocks.stream()
                .filter(clock -> clock.id().kind() == ClockKind.STAGE && clock.isRunning())
                .filter(clock -> !clock.id().equals(entered))
                .forEach(left -> steps.add(Step.stopped(left.stop(changes.calendarOf(left), now))));
        Optional<ClockRecord> known =
                clocks.stream().filter(clock -> clock.id().equals(entered)).findFirst();
        known.filter(clock -> !clock.isRunning()).ifPresent(clock -> steps.add(again(clock, now)));
        // a case that was begun before its clocks were kept has none
        norm.filter(limit -> known.isEmpty() && !clocks.isEmpty())
                .ifPresent(limit -> steps.add(Step.started(ClockRecord.start(
                        reference.value(),
                        entered,
                        new ClockStart(limit, now, null, null, List.of()),
                        now,
                        calendars.current()))));
        return steps;
    }

    private Step again(ClockRecord clock, Instant now) {
        Pause gap = new Pause(clock.stoppedAt(), now, ELSEWHERE);
        return Step.reopened(clock.reopened(ELSEWHERE, changes.calendarOf(clock), now), gap);
    }
}
