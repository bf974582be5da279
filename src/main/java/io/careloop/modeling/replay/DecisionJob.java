package io.careloop.modeling.replay;

import io.careloop.engine.TypedWords;
import io.careloop.insight.RecordedDecisions;
import io.careloop.insight.RecordedDecisions.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** A changed table against every recorded evaluation of it in a period. */
class DecisionJob implements ReplayJob {

    /** Evaluations that are looked at together: many enough for one question for words, few enough to hold. */
    private static final int PART = 1000;

    private static final int SHARE = 125;

    private final RecordedDecisions recorded;
    private final DecisionComparison comparison;
    private final List<TypedWords> words;
    private final Shares shares;
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
        this.shares = new Shares(workers, SHARE);
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
        return shares.compared(part, one -> comparison.compare(one, texts.get(one.reference())));
    }

    private Map<String, String> wordsOf(List<Recorded> part) {
        return words.isEmpty()
                ? Map.of()
                : words.get(0)
                        .of(part.stream().map(Recorded::reference).distinct().toList());
    }
}
