package io.careloop.deadline;

import io.careloop.deadline.ClockFact.What;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A clock after a change, and what the change was.
 *
 * @param data what the due date follows from that the clock before did not have
 */
record Step(ClockRecord after, What what, Map<String, String> data) {

    static Step started(ClockRecord clock) {
        Map<String, String> data = rule(clock);
        data.put("start", Moments.text(clock.counting().start()));
        data.put("thresholds", Threshold.write(clock.telling().thresholds()));
        return new Step(clock, What.STARTED, data);
    }

    /** @param what why another limit or calendar applies */
    static Step ruled(What what, ClockRecord clock, String reason) {
        Map<String, String> data = rule(clock);
        data.put("thresholds", Threshold.write(clock.telling().thresholds()));
        data.put("reason", reason);
        return new Step(clock, what, data);
    }

    /** Its changed calendar would make the clock due later, which nobody decided. */
    static Step kept(ClockRecord clock, int revision, Instant refused) {
        return new Step(
                clock,
                What.KEPT,
                Map.of(
                        "calendar", clock.counting().calendar(),
                        "revision", String.valueOf(revision),
                        "refused", Moments.text(refused),
                        "due", Moments.text(clock.dueAt())));
    }

    static Step paused(ClockRecord clock, Pause pause) {
        return new Step(clock, What.PAUSED, uncounted(clock, pause));
    }

    static Step resumed(ClockRecord clock, Instant at) {
        return new Step(clock, What.RESUMED, Map.of("at", Moments.text(at), "due", Moments.text(clock.dueAt())));
    }

    static Step stopped(ClockRecord clock) {
        return new Step(
                clock, What.STOPPED, Map.of("at", Moments.text(clock.stoppedAt()), "due", Moments.text(clock.dueAt())));
    }

    static Step reopened(ClockRecord clock, Pause gap) {
        return new Step(clock, What.REOPENED, uncounted(clock, gap));
    }

    static Step told(ClockRecord clock, Threshold threshold) {
        return new Step(
                clock,
                What.TOLD,
                Map.of(
                        "percent", String.valueOf(threshold.percent()),
                        "repetition", String.valueOf(clock.telling().repetitions()),
                        "tell", String.join(",", threshold.tell())));
    }

    static Step acknowledged(ClockRecord clock) {
        return new Step(
                clock,
                What.ACKNOWLEDGED,
                Map.of("percent", String.valueOf(clock.telling().acknowledgedPercent())));
    }

    /** No fact tells of timers: {@link ClockRecord#withTimerOf}. */
    Step withTimerOf(ClockRecord before, Instant now) {
        return new Step(after.withTimerOf(before, now), what, data);
    }

    private static Map<String, String> uncounted(ClockRecord clock, Pause pause) {
        return Map.of(
                "from", Moments.text(pause.from()),
                "until", Moments.text(pause.to()),
                "reason", pause.reason(),
                "due", Moments.text(clock.dueAt()));
    }

    private static Map<String, String> rule(ClockRecord clock) {
        Map<String, String> data = new HashMap<>();
        data.put("limit", clock.counting().limit().toString());
        data.put("clockType", clock.counting().limit().type().name());
        data.put("calendar", clock.counting().calendar());
        data.put("revision", String.valueOf(clock.counting().revision()));
        data.put("due", Moments.text(clock.dueAt()));
        return data;
    }
}
