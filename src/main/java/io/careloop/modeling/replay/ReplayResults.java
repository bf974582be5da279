package io.careloop.modeling.replay;

import io.careloop.modeling.replay.Replay.Count;
import io.careloop.modeling.replay.Replay.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What has come of runs: what is counted, and what is listed one by one. */
@Repository
class ReplayResults {

    private static final int FETCHED_AT_ONCE = 1000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;

    ReplayResults(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(jdbc.getDataSource());
        this.jdbc.setFetchSize(FETCHED_AT_ONCE);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    void add(long id, List<Line> listed, long firstNumber) {
        long number = firstNumber;
        List<Object[]> rows = new ArrayList<>();
        for (Line line : listed) {
            rows.add(row(id, number++, line));
        }
        jdbc.batchUpdate("""
                insert into modeling_replay_case
                    (replay, number, outcome, reference, at, what, before, after, rule_before, rule_after)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows);
    }

    void add(long id, List<Count> counts) {
        jdbc.batchUpdate(
                "insert into modeling_replay_count (replay, what, before, after, count) values (?, ?, ?, ?, ?)",
                counts.stream()
                        .map(count -> new Object[] {id, count.what(), count.before(), count.after(), count.count()})
                        .toList());
    }

    private static Object[] row(long id, long number, Line line) {
        return new Object[] {
            id,
            number,
            line.outcome().name(),
            line.reference(),
            Timestamp.from(line.at()),
            line.what(),
            line.before(),
            line.after(),
            line.ruleBefore(),
            line.ruleAfter()
        };
    }

    /** The most frequent first. */
    List<Count> counts(long id) {
        return jdbc.query(
                """
                select what, before, after, count from modeling_replay_count where replay = ?
                order by what, count desc, before, after""",
                (row, number) -> new Count(
                        row.getString("what"), row.getString("before"), row.getString("after"), row.getLong("count")),
                id);
    }

    /** @param outcome null for all that are listed */
    List<Row> rows(long id, Outcome outcome, int offset, int most) {
        return jdbc.query(
                "select * from modeling_replay_case where replay = ? and (?::text is null or outcome = ?)"
                        + " order by number limit ? offset ?",
                ReplayResults::row,
                id,
                outcome == null ? null : outcome.name(),
                outcome == null ? null : outcome.name(),
                most,
                offset);
    }

    void eachRow(long id, Consumer<Row> take) {
        // rows come part by part only within a transaction
        reading.executeWithoutResult(status -> jdbc.query(
                "select * from modeling_replay_case where replay = ? order by number",
                row -> {
                    take.accept(row(row, 0));
                },
                id));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("number"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("reference"),
                row.getTimestamp("at").toInstant(),
                row.getString("what"),
                row.getString("before"),
                row.getString("after"),
                row.getString("rule_before"),
                row.getString("rule_after"));
    }
}
