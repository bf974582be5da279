package io.careloop.deadline;

import io.careloop.deadline.ClockFact.What;
import io.careloop.deadline.DeadlineClock.ClockType;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Counts a clock from its facts alone, without the clock as it is on file.
 *
 * @param counting  null before its first fact
 * @param stoppedAt null while it runs
 */
record Replay(Counting counting, Instant stoppedAt) {

    static Replay of(List<ClockFact> facts) {
        Replay clock = new Replay(null, null);
        for (ClockFact fact : facts) {
            clock = clock.with(fact);
        }
        return clock;
    }

    private Replay with(ClockFact fact) {
        return What.of(fact.what()).map(what -> with(what, fact.values())).orElse(this);
    }

    private Replay with(What what, Map<String, String> data) {
        return switch (what) {
            case STARTED -> new Replay(started(data, List.of()), null);
            case TAKEN_OVER -> new Replay(started(data, Pause.read(data.get("pauses"))), instant(data, "stopped"));
            case REASSESSED, RECOUNTED, DECIDED -> new Replay(ruled(data), stoppedAt);
            case PAUSED -> new Replay(counting.pausedFor(pause(data)), stoppedAt);
            case RESUMED -> new Replay(counting.countingFrom(instant(data, "at")), stoppedAt);
            case STOPPED -> new Replay(counting.countingFrom(instant(data, "at")), instant(data, "at"));
            case REOPENED -> new Replay(counting.pausedFor(pause(data)), null);
            case KEPT, TOLD, ACKNOWLEDGED -> this;
        };
    }

    private static Counting started(Map<String, String> data, List<Pause> pauses) {
        return new Counting(instant(data, "start"), limit(data), data.get("calendar"), revision(data), pauses);
    }

    private Counting ruled(Map<String, String> data) {
        return new Counting(counting.start(), limit(data), data.get("calendar"), revision(data), counting.pauses());
    }

    private static Pause pause(Map<String, String> data) {
        return new Pause(instant(data, "from"), instant(data, "until"), data.get("reason"));
    }

    private static Limit limit(Map<String, String> data) {
        return Limit.of(data.get("limit"), ClockType.valueOf(data.get("clockType")));
    }

    private static int revision(Map<String, String> data) {
        return Integer.parseInt(data.get("revision"));
    }

    private static Instant instant(Map<String, String> data, String name) {
        String text = data.get(name);
        return text == null || text.isEmpty() ? null : Instant.parse(text);
    }
}
