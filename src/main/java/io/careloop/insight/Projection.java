package io.careloop.insight;

import io.careloop.insight.FactStore.Recorded;
import io.careloop.insight.ReadModel.Retold;
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

    private final FactStore facts;
    private final List<ReadModel> models;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private volatile boolean stopped;

    Projection(FactStore facts, List<ReadModel> models, JdbcClient jdbc, TransactionTemplate transaction) {
        this.facts = facts;
        this.models = models;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Tells all that waits. */
    void catchUp() {
        boolean more = true;
        while (more && !stopped) {
            more = Boolean.TRUE.equals(transaction.execute(status -> tellPart()));
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

    private boolean tellPart() {
        List<String> subjects = facts.takePending(PART);
        if (subjects.isEmpty()) {
            return false;
        }
        Map<String, List<Recorded>> known = facts.of(subjects);
        Map<String, Long> toldUntil = toldUntil(subjects);
        List<Retold> stories = subjects.stream()
                .map(subject -> new Retold(
                        CaseStory.of(subject, known.getOrDefault(subject, List.of())),
                        toldUntil.getOrDefault(subject, 0L)))
                .toList();
        models.forEach(model -> model.tell(stories));
        return true;
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
