package io.careloop.insight.figures;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** When tasks come to which group, and how long they wait there: where more hands are wanted. */
@Service
public class QueueFigures {

    private final Figures figures;

    QueueFigures(Figures figures) {
        this.figures = figures;
    }

    /** Tasks that were completed in the period; groups and hours without any are left out. */
    public Queues of(Period period, Slice slice) {
        Map<Integer, Map<String, Queue>> hours = new TreeMap<>();
        figures.of(QueueSource.SUBJECT, period, slice).forEach((item, tally) -> {
            Queue queue = new Queue(tally.count(0), tally.waits().percentile(Shares.MEDIAN));
            hours.computeIfAbsent(QueueSource.hourOf(item), none -> new TreeMap<>())
                    .put(QueueSource.groupOf(item), queue);
        });
        List<String> groups = hours.values().stream()
                .flatMap(queues -> queues.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        return new Queues(groups, hours);
    }

    /** @param hours by hour of the day and group */
    public record Queues(List<String> groups, Map<Integer, Map<String, Queue>> hours) {

        private static final int LEVELS = 4;

        /** How long it waits compared with the longest, from 0 to 4. */
        public int level(Queue queue) {
            double most = hours.values().stream()
                    .flatMap(queues -> queues.values().stream())
                    .map(Queue::waited)
                    .max(Comparator.naturalOrder())
                    .orElse(0.0);
            return most == 0 ? 0 : (int) Math.ceil(queue.waited() / most * LEVELS);
        }
    }

    /** @param medianWait milliseconds until somebody took a task; null if nobody took any */
    public record Queue(long tasks, Double medianWait) {

        double waited() {
            return medianWait == null ? 0 : medianWait;
        }
    }
}
