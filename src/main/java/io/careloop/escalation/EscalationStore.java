package io.careloop.escalation;

import io.careloop.cases.CaseReference;
import io.careloop.escalation.Escalation.Ending;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Escalations, and the reasons and tiers of each. */
@Repository
class EscalationStore {

    private static final RowMapper<Escalation> ESCALATION = (row, number) -> new Escalation(
            row.getLong("id"),
            CaseReference.of(row.getString("reference")),
            instant(row.getTimestamp("opened_at")),
            row.getString("risk"),
            row.getBoolean("sensitive"),
            row.getInt("tier"),
            row.getInt("next_tier"),
            row.getString("team"),
            instant(row.getTimestamp("due_at")),
            row.getString("reviewer"),
            row.getString("answer"),
            row.getString("answered_by"),
            instant(row.getTimestamp("ended_at")),
            row.getString("ending") == null ? null : Ending.valueOf(row.getString("ending")),
            row.getString("ending_reason"));

    private static final RowMapper<GivenReason> REASON = (row, number) -> new GivenReason(
            EscalationReason.valueOf(row.getString("reason")),
            row.getString("words"),
            row.getString("actor"),
            instant(row.getTimestamp("at")));

    private static final RowMapper<TierVisit> TIER = (row, number) -> new TierVisit(
            row.getInt("tier"),
            row.getString("team"),
            instant(row.getTimestamp("entered_at")),
            instant(row.getTimestamp("due_at")),
            instant(row.getTimestamp("overdue_at")));

    private final JdbcClient jdbc;

    EscalationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it was opened; not if one is open already, however many try at the same time */
    boolean open(CaseReference reference, Instant at) {
        return jdbc.sql("""
                        insert into escalation_case (reference, opened_at) values (?, ?)
                        on conflict (reference) where ended_at is null do nothing""").params(reference.value(), Timestamp.from(at)).update() == 1;
    }

    Optional<Escalation> findOpen(CaseReference reference) {
        return jdbc.sql("select * from escalation_case where reference = ? and ended_at is null")
                .param(reference.value())
                .query(ESCALATION)
                .optional();
    }

    /** @throws IllegalStateException if none is open */
    Escalation getOpen(CaseReference reference) {
        return findOpen(reference)
                .orElseThrow(() -> new IllegalStateException("No escalation of " + reference + " is open"));
    }

    /** Oldest first. */
    List<Escalation> of(CaseReference reference) {
        return jdbc.sql("select * from escalation_case where reference = ? order by id")
                .param(reference.value())
                .query(ESCALATION)
                .list();
    }

    /** @return whether it is new to this escalation */
    boolean addReason(long escalation, GivenReason given) {
        return jdbc.sql("""
                        insert into escalation_reason (escalation, reason, words, actor, at) values (?, ?, ?, ?, ?)
                        on conflict (escalation, reason) do nothing""")
                        .params(
                                escalation,
                                given.reason().name(),
                                given.words(),
                                given.actor(),
                                Timestamp.from(given.at()))
                        .update()
                == 1;
    }

    /** Oldest first. */
    List<GivenReason> reasonsOf(long escalation) {
        return jdbc.sql("select * from escalation_reason where escalation = ? order by id")
                .param(escalation)
                .query(REASON)
                .list();
    }

    void assess(long escalation, String risk, boolean sensitive) {
        jdbc.sql("update escalation_case set risk = ?, sensitive = ? where id = ?")
                .params(risk, sensitive, escalation)
                .update();
    }

    /** The review begins anew with it: nobody has taken it yet. */
    void enter(long escalation, TierVisit visit, int nextTier) {
        jdbc.sql("insert into escalation_tier (escalation, tier, team, entered_at, due_at) values (?, ?, ?, ?, ?)")
                .params(
                        escalation,
                        visit.tier(),
                        visit.team(),
                        Timestamp.from(visit.enteredAt()),
                        Timestamp.from(visit.dueAt()))
                .update();
        jdbc.sql("""
                        update escalation_case
                        set tier = ?, next_tier = ?, team = ?, due_at = ?, reviewer = null where id = ?""")
                .params(visit.tier(), nextTier, visit.team(), Timestamp.from(visit.dueAt()), escalation)
                .update();
    }

    void overdue(long escalation, int tier, Instant at) {
        jdbc.sql("update escalation_tier set overdue_at = ? where escalation = ? and tier = ? and overdue_at is null")
                .params(Timestamp.from(at), escalation, tier)
                .update();
    }

    /** Oldest first. */
    List<TierVisit> tiersOf(long escalation) {
        return jdbc.sql("select * from escalation_tier where escalation = ? order by id")
                .param(escalation)
                .query(TIER)
                .list();
    }

    void reviewer(long escalation, String user) {
        jdbc.sql("update escalation_case set reviewer = ? where id = ?")
                .params(user, escalation)
                .update();
    }

    void answer(long escalation, String answer, String author) {
        jdbc.sql("update escalation_case set answer = ?, answered_by = ? where id = ?")
                .params(answer, author, escalation)
                .update();
    }

    void end(long escalation, Ending ending, String reason, Instant at) {
        jdbc.sql("update escalation_case set ended_at = ?, ending = ?, ending_reason = ? where id = ?")
                .params(Timestamp.from(at), ending.name(), reason, escalation)
                .update();
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
