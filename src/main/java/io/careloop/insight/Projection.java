package io.careloop.insight;

import io.careloop.insight.FactStore.Recorded;
import io.careloop.insight.ReadModel.Retold;
import io.careloop.insight.figures.KpiDefinitions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the tables that pages read equal to the log. A case that has new facts is told as a whole, and that it waited is
 * forgotten in the same transaction: a crash in between changes nothing. Runs on one node at a time.
 */
@Service
class Projection implements Projections {

    private static final int PART = 200;

    /** From here on it is worth it to work with as many workers as there are cores. */
    private static final int MANY = 2_000;

    /** What sets locks of customers apart from others on numbers. */
    private static final int LOCK = "insight".hashCode();

    private final FactStore facts;
    private final KpiDefinitions definitions;
    private final List<ReadModel> models;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private volatile boolean stopped;

    Projection(
            FactStore facts,
            KpiDefinitions definitions,
            List<ReadModel> models,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.facts = facts;
        this.definitions = definitions;
        this.models = models;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Tells all that waits. */
    void catchUp() {
        if (facts.areMorePendingThan(MANY)) {
            int workers = Workers.count();
            Workers.share(worker -> tellShare(worker, workers), "Cases were not told; they wait for the next run");
        }
        tellShare(0, 1);
    }

    private void tellShare(int worker, int workers) {
        boolean more = true;
        while (more && !stopped) {
            more = Boolean.TRUE.equals(transaction.execute(status -> tellPart(worker, workers)));
        }
    }

    @Override
    public void rebuild() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("lock table insight_case in exclusive mode").update();
            models.forEach(ReadModel::clear);
            facts.everythingIsPending();
        });
    }

    @Override
    public long pending() {
        return facts.pending();
    }

    void stop() {
        stopped = true;
    }

    private boolean tellPart(int worker, int workers) {
        List<String> subjects = facts.takePending(PART, worker, workers);
        if (subjects.isEmpty()) {
            return false;
        }
        Map<String, List<Recorded>> known = facts.of(subjects);
        Map<String, Long> toldUntil = toldUntil(subjects);
        List<Retold> stories = subjects.stream()
                .map(subject -> new Retold(
                        CaseStory.of(subject, known.getOrDefault(subject, List.of()), definitions),
                        toldUntil.getOrDefault(subject, 0L)))
                .toList();
        oneAfterAnother(stories);
        models.forEach(model -> model.tell(stories));
        return true;
    }

    /** Whether a customer came back is seen from both cases: until one is committed, another worker waits with the other. */
    private void oneAfterAnother(List<Retold> stories) {
        Integer[] contacts = stories.stream()
                .flatMap(retold -> retold.story().line().stream())
                .map(line -> line.file().contact().hashCode())
                .distinct()
                .sorted()
                .toArray(Integer[]::new);
        jdbc.sql(
                        "select count(pg_advisory_xact_lock(?, contact)) from unnest(?::int[]) with ordinality as c(contact, place)")
                .params(LOCK, contacts)
                .query(Long.class)
                .single();
    }

    private Map<String, Long> toldUntil(List<String> subjects) {
        return jdbc
                .sql("select reference, told_until from insight_case where reference = any (?)")
                .param(subjects.toArray(String[]::new))
                .query((row, number) -> Map.entry(row.getString("reference"), row.getLong("told_until")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
