package io.careloop.collaboration;

import io.careloop.cases.CaseReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Collaborations of cases. */
@Repository
class CollaborationStore {

    private static final RowMapper<Collaboration> COLLABORATION = (row, number) -> new Collaboration(
            row.getLong("id"),
            row.getBoolean("task_force"),
            instant(row, "opened_at"),
            row.getString("opened_by"),
            instant(row, "coordinated_at"),
            row.getString("minutes"),
            row.getString("minutes_by"),
            instant(row, "ended_at"));

    private final JdbcClient jdbc;

    CollaborationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Collaboration open(CaseReference reference, boolean taskForce, String actor, Instant at) {
        return jdbc.sql("""
                        insert into collaboration_run (reference, task_force, opened_at, opened_by)
                        values (?, ?, ?, ?) returning *""")
                .params(reference.value(), taskForce, Timestamp.from(at), actor)
                .query(COLLABORATION)
                .single();
    }

    Optional<Collaboration> findOpen(CaseReference reference) {
        return jdbc.sql("select * from collaboration_run where reference = ? and ended_at is null")
                .param(reference.value())
                .query(COLLABORATION)
                .optional();
    }

    /** Oldest first. */
    List<Collaboration> of(CaseReference reference) {
        return jdbc.sql("select * from collaboration_run where reference = ? order by id")
                .param(reference.value())
                .query(COLLABORATION)
                .list();
    }

    void makeTaskForce(long run) {
        jdbc.sql("update collaboration_run set task_force = true where id = ?")
                .param(run)
                .update();
    }

    /** @return whether nobody had been called before */
    boolean coordinate(long run, Instant at) {
        return jdbc.sql("update collaboration_run set coordinated_at = ? where id = ? and coordinated_at is null")
                        .params(Timestamp.from(at), run)
                        .update()
                == 1;
    }

    void keepMinutes(long run, String minutes, String author) {
        jdbc.sql("update collaboration_run set minutes = ?, minutes_by = ? where id = ?")
                .params(minutes, author, run)
                .update();
    }

    void end(long run, Instant at) {
        jdbc.sql("update collaboration_run set ended_at = ? where id = ?")
                .params(Timestamp.from(at), run)
                .update();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
