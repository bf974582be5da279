package io.careloop.engine;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SqlProvider;
import org.springframework.jdbc.core.StatementCallback;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** The one road of our own statements to the database: none overtakes {@link WaitingWrites} of a table that it names. */
@Component
class JdbcAfterWaitingWrites extends JdbcTemplate {

    private final WaitingWrites waiting;

    JdbcAfterWaitingWrites(DataSource dataSource, WaitingWrites waiting) {
        super(dataSource);
        this.waiting = waiting;
    }

    @Override
    public <T> T query(
            PreparedStatementCreator statement, PreparedStatementSetter values, ResultSetExtractor<T> reading) {
        sendBefore(statement);
        return super.query(statement, values, reading);
    }

    @Override
    public <T> Stream<T> queryForStream(
            PreparedStatementCreator statement, PreparedStatementSetter values, RowMapper<T> reading) {
        sendBefore(statement);
        return super.queryForStream(statement, values, reading);
    }

    @Override
    protected int update(PreparedStatementCreator statement, PreparedStatementSetter values) {
        sendBefore(statement);
        return super.update(statement, values);
    }

    @Override
    public int update(PreparedStatementCreator statement, KeyHolder keys) {
        sendBefore(statement);
        return super.update(statement, keys);
    }

    @Override
    public int[] batchUpdate(String sql, BatchPreparedStatementSetter values) {
        waiting.sendBefore(sql);
        return super.batchUpdate(sql, values);
    }

    @Override
    public int[] batchUpdate(PreparedStatementCreator statement, BatchPreparedStatementSetter values, KeyHolder keys) {
        sendBefore(statement);
        return super.batchUpdate(statement, values, keys);
    }

    /** Statements without values. */
    @Override
    public <T> T execute(StatementCallback<T> statement) {
        sendBefore(statement);
        return super.execute(statement);
    }

    @Override
    public <T> T query(String sql, ResultSetExtractor<T> reading) {
        waiting.sendBefore(sql);
        return super.query(sql, reading);
    }

    @Override
    public int update(String sql) {
        waiting.sendBefore(sql);
        return super.update(sql);
    }

    private void sendBefore(Object statement) {
        waiting.sendBefore(statement instanceof SqlProvider known ? known.getSql() : null);
    }
}
