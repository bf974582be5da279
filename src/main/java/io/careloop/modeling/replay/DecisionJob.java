package io.careloop.modeling.replay;

import io.careloop.engine.TypedWords;
import io.careloop.insight.RecordedDecisions;
import io.careloop.insight.RecordedDecisions.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** A changed table against every recorded evaluation of it in a period. */
class DecisionJob implements ReplayJob {

    /** Evaluations that are looked at together: many enough for one question for words, few enough to hold. */
    private static final int PART = 1000;

    private static final int SHARE = 125;

    private final RecordedDecisions recorded;
    private final DecisionComparison comparison;
    private final List<TypedWords> words;
    private final ExecutorService workers;
    private final Table table;
    private final Period period;

    DecisionJob(
            RecordedDecisions recorded,
            DecisionComparison comparison,
            List<TypedWords> words,
            ExecutorService workers,
            Table table,
            Period period) {
        this.recorded = recorded;
        this.comparison = comparison;
        // an output that is worked out could hold the words themselves, which owners do not see
        this.words = table.onlyNames()
                ? words.stream().filter(known -> known.areReadBy(table.key())).toList()
                : List.of();
        this.workers = workers;
        this.table = table;
        this.period = period;
    }

    @Override
    public long total() {
        return recorded.count(table.key(), period.from(), period.until());
    }

    @Override
    public void run(Consumer<List<Line>> take) {
        List<Recorded> part = new ArrayList<>();
        recorded.each(table.key(), period.from(), period.until(), one -> {
            part.add(one);
            if (part.size() == PART) {
                take.accept(compared(part));
                part.clear();
            }
        });
        take.accept(compared(part));
    }

    private List<Line> compared(List<Recorded> part) {
        Map<String, String> texts = wordsOf(part);
        List<Future<List<Line>>> shares = new ArrayList<>();
        for (int at = 0; at < part.size(); at += SHARE) {
            List<Recorded> share = List.copyOf(part.subList(at, Math.min(part.size(), at + SHARE)));
            Callable<List<Line>> work = () -> share.stream()
                    .map(one -> comparison.compare(one, texts.get(one.reference())))
                    .toList();
            shares.add(workers.submit(work));
        }
        return shares.stream().flatMap(share -> result(share).stream()).toList();
    }

    private Map<String, String> wordsOf(List<Recorded> part) {
        return words.isEmpty()
                ? Map.of()
                : words.get(0)
                        .of(part.stream().map(Recorded::reference).distinct().toList());
    }

    private static List<Line> result(Future<List<Line>> share) {
        try {
            return share.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
