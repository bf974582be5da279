package io.careloop.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Rows that nobody waits for, such as what the timeline tells: they are sent together, in their order and in one round
 * trip, just before the transaction commits, or before a statement of ours that names one of their tables. So whoever
 * reads finds them, and a transaction that fails sends none.
 */
@Component
public class WaitingWrites {

    private final JdbcTemplate database;
    private final TransactionMemory<Batch> batch = new TransactionMemory<>(this::begin);

    WaitingWrites(DataSource dataSource) {
        this.database = new JdbcTemplate(dataSource);
    }

    /**
     * Outside of a transaction it is written at once.
     *
     * @param tables that it changes
     * @param sql    one statement, with a question mark for each value; what it answers is lost
     */
    public void add(Set<String> tables, String sql, Object... values) {
        Batch writes = batch.get();
        writes.waiting.add(new Write(tables, sql, values));
        if (writes.isEnding || !TransactionMemory.isInTransaction()) {
            writes.send();
        }
    }

    /**
     * Announces rows that are only known when the transaction comes to its end. Whoever begins to wait then would not be
     * told any more that it ends.
     */
    public void expect() {
        if (TransactionMemory.isInTransaction()) {
            batch.get();
        }
    }

    /** Sends what waits, for whoever refers to it without naming its table. */
    public void send() {
        batch.find().ifPresent(Batch::send);
    }

    /** @param sql null if it is not known */
    void sendBefore(String sql) {
        batch.find().filter(writes -> writes.isNamedIn(sql)).ifPresent(Batch::send);
    }

    private Batch begin() {
        Batch begun = new Batch();
        if (TransactionMemory.isInTransaction()) {
            TransactionSynchronizationManager.registerSynchronization(begun);
        }
        return begun;
    }

    private record Write(Set<String> tables, String sql, Object[] values) {

        boolean isNamedIn(String statement) {
            return statement == null || tables.stream().anyMatch(statement::contains);
        }
    }

    private final class Batch implements TransactionSynchronization {

        private final List<Write> waiting = new ArrayList<>();
        private boolean isEnding;

        boolean isNamedIn(String sql) {
            return waiting.stream().anyMatch(write -> write.isNamedIn(sql));
        }

        /** The driver sends statements that a semicolon joins in one go. */
        void send() {
            if (waiting.isEmpty()) {
                return;
            }
            String sql = waiting.stream().map(Write::sql).collect(Collectors.joining(";\n"));
            Object[] values = waiting.stream()
                    .flatMap(write -> Arrays.stream(write.values()))
                    .toArray();
            waiting.clear();
            database.update(sql, values);
        }

        /** Others who hear of the end may add something after this; it must not wait. */
        @Override
        public void beforeCommit(boolean readOnly) {
            send();
            isEnding = true;
        }
    }
}
