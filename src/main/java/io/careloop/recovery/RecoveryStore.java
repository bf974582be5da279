package io.careloop.recovery;

import io.careloop.cases.CaseReference;
import io.careloop.recovery.Recovery.Ending;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recoveries and what led to them. */
@Repository
class RecoveryStore {

    private static final RowMapper<Recovery> RECOVERY = (row, number) -> new Recovery(
            row.getLong("id"),
            CaseReference.of(row.getString("reference")),
            instant(row.getTimestamp("opened_at")),
            instant(row.getTimestamp("due_at")),
            row.getString("owner"),
            row.getString("apology"),
            instant(row.getTimestamp("apologised_at")),
            row.getString("fix"),
            row.getInt("checks"),
            row.getString("cause_code"),
            instant(row.getTimestamp("ended_at")),
            row.getString("ending") == null ? null : Ending.valueOf(row.getString("ending")));

    private static final RowMapper<Contribution> CONTRIBUTION = (row, number) -> new Contribution(
            CaseReference.of(row.getString("reference")),
            row.getString("occurrence"),
            row.getString("happening"),
            row.getInt("points"),
            row.getString("detail"),
            instant(row.getTimestamp("at")),
            row.getObject("recovery", Long.class));

    private final JdbcClient jdbc;

    RecoveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it is new; the same occurrence counts once */
    boolean add(Contribution contribution) {
        return jdbc.sql("""
                        insert into recovery_contribution (reference, occurrence, happening, points, detail, at)
                        values (?, ?, ?, ?, ?, ?) on conflict (reference, occurrence) do nothing""")
                        .params(
                                contribution.reference().value(),
                                contribution.occurrence(),
                                contribution.happening(),
                                contribution.points(),
                                contribution.detail(),
                                Timestamp.from(contribution.at()))
                        .update()
                == 1;
    }

    /** Oldest first. */
    List<Contribution> contributionsOf(CaseReference reference) {
        return jdbc.sql("select * from recovery_contribution where reference = ? order by id")
                .param(reference.value())
                .query(CONTRIBUTION)
                .list();
    }

    /** What the recovery is to make good, oldest first. */
    List<Contribution> failuresOf(long recovery) {
        return jdbc.sql("select * from recovery_contribution where recovery = ? order by id")
                .param(recovery)
                .query(CONTRIBUTION)
                .list();
    }

    /** Points since the customer was last won back. */
    int scoreOf(CaseReference reference) {
        return jdbc.sql("""
                        select coalesce(sum(points), 0) from recovery_contribution
                        where reference = :reference and at > coalesce(
                            (select max(ended_at) from recovery_case where reference = :reference), '-infinity')""")
                .param("reference", reference.value())
                .query(Integer.class)
                .single();
    }

    void assign(Contribution contribution, long recovery) {
        jdbc.sql("update recovery_contribution set recovery = ? where reference = ? and occurrence = ?")
                .params(recovery, contribution.reference().value(), contribution.occurrence())
                .update();
    }

    /** @return whether it was opened; not if one is open already */
    boolean open(CaseReference reference, Instant at, Instant dueAt) {
        return jdbc.sql("""
                        insert into recovery_case (reference, opened_at, due_at) values (?, ?, ?)
                        on conflict (reference) where ended_at is null do nothing""")
                        .params(reference.value(), Timestamp.from(at), Timestamp.from(dueAt))
                        .update()
                == 1;
    }

    Optional<Recovery> findOpen(CaseReference reference) {
        return jdbc.sql("select * from recovery_case where reference = ? and ended_at is null")
                .param(reference.value())
                .query(RECOVERY)
                .optional();
    }

    /** Oldest first. */
    List<Recovery> of(CaseReference reference) {
        return jdbc.sql("select * from recovery_case where reference = ? order by id")
                .param(reference.value())
                .query(RECOVERY)
                .list();
    }

    void apologised(long recovery, String owner, String apology, Instant at) {
        jdbc.sql("update recovery_case set owner = ?, apology = ?, apologised_at = ? where id = ?")
                .params(owner, apology, Timestamp.from(at), recovery)
                .update();
    }

    void fixed(long recovery, String fix) {
        jdbc.sql("update recovery_case set fix = ? where id = ?")
                .params(fix, recovery)
                .update();
    }

    void checked(long recovery, String causeCode) {
        jdbc.sql("update recovery_case set checks = checks + 1, cause_code = coalesce(?, cause_code) where id = ?")
                .params(causeCode, recovery)
                .update();
    }

    void end(long recovery, Ending ending, Instant at) {
        jdbc.sql("update recovery_case set ended_at = ?, ending = ? where id = ?")
                .params(Timestamp.from(at), ending.name(), recovery)
                .update();
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
