package io.careloop.modeling.replay;

import io.careloop.modeling.replay.Answer.Difference;
import io.careloop.modeling.replay.Replay.Count;
import io.careloop.modeling.replay.Replay.State;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Runs one replay after another beside the application's work. What it is at when the application ends is lost. */
@Component
class ReplayRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayRunner.class);

    /** Differences that are counted apart; what comes after them is only listed. */
    private static final int MOST_COUNTS = 2000;

    private final ReplayStore store;
    private final Clock clock;
    private final ExecutorService runs = Executors.newSingleThreadExecutor(work -> daemon(work, "replay"));
    private final ExecutorService workers;
    private final Queue<Long> waiting = new ConcurrentLinkedQueue<>();

    private volatile boolean stopped;

    ReplayRunner(ReplayStore store, ReplayProperties properties, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.workers = Executors.newFixedThreadPool(properties.threads(), work -> daemon(work, "replay-worker"));
    }

    /** For jobs to share their work out to. */
    ExecutorService workers() {
        return workers;
    }

    void add(long id, ReplayJob job) {
        waiting.add(id);
        runs.execute(() -> run(id, job));
    }

    /** Early, so that no run goes on while the application comes down around it. */
    @EventListener(ContextClosedEvent.class)
    void closing() {
        stopped = true;
        runs.shutdownNow();
        workers.shutdownNow();
    }

    private void run(long id, ReplayJob job) {
        waiting.remove(id);
        Run run = new Run(id);
        try {
            if (store.isCancelled(id)) {
                store.end(id, State.CANCELLED, List.of(), clock.instant());
                return;
            }
            store.begin(id, job.total());
            job.run(run::take);
            store.end(id, State.DONE, run.counts(), clock.instant());
        } catch (CancelledException e) {
            store.end(id, State.CANCELLED, run.counts(), clock.instant());
        } catch (RuntimeException e) {
            if (!stopped) {
                LOG.error("Replay {} broke off", id, e);
                store.end(id, State.FAILED, run.counts(), clock.instant());
            }
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    /** What has come of a run. */
    private final class Run {

        private final long id;
        private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        private final Map<Difference, Long> differences = new HashMap<>();
        private long listed;

        Run(long id) {
            this.id = id;
            for (Outcome outcome : Outcome.values()) {
                outcomes.put(outcome, 0L);
            }
        }

        void take(List<Line> lines) {
            lines.forEach(line -> {
                outcomes.merge(line.outcome(), 1L, Long::sum);
                line.differences().forEach(this::count);
            });
            List<Line> shown = lines.stream().filter(Line::isListed).toList();
            boolean goesOn = store.add(id, shown, listed + 1, outcomes);
            listed += shown.size();
            if (!waiting.isEmpty()) {
                store.stillAlive(List.copyOf(waiting));
            }
            if (stopped) {
                throw new IllegalStateException("The application ends");
            }
            if (!goesOn) {
                throw new CancelledException();
            }
        }

        private void count(Difference difference) {
            if (differences.size() < MOST_COUNTS || differences.containsKey(difference)) {
                differences.merge(difference, 1L, Long::sum);
            }
        }

        List<Count> counts() {
            return differences.entrySet().stream()
                    .map(counted -> new Count(
                            counted.getKey().output(),
                            counted.getKey().before(),
                            counted.getKey().after(),
                            counted.getValue()))
                    .toList();
        }
    }

    /** Somebody cancelled the run. */
    private static class CancelledException extends RuntimeException {

        CancelledException() {
            super("Cancelled", null, false, false);
        }
    }
}
