package io.careloop.recovery;

import io.careloop.cases.CaseReference;
import io.careloop.recovery.LedgerEntry.ByHand;
import io.careloop.recovery.LedgerEntry.State;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of compensations. Whoever changes what a case got holds its account first. */
@Repository
class Ledger {

    private static final RowMapper<LedgerEntry> ENTRY = (row, number) -> new LedgerEntry(
            row.getObject("id", UUID.class),
            CaseReference.of(row.getString("reference")),
            row.getObject("recovery", Long.class),
            row.getObject("reverses", UUID.class),
            CompensationKind.of(row.getString("kind")).orElseThrow(),
            new Money(row.getBigDecimal("amount"), row.getString("currency")),
            row.getString("proposer"),
            row.getString("reason"),
            row.getString("stake_reason"),
            row.getString("asked_group"),
            State.valueOf(row.getString("state")),
            row.getString("approver"),
            row.getString("decision_reason"),
            instant(row.getTimestamp("at")),
            instant(row.getTimestamp("decided_at")),
            instant(row.getTimestamp("settled_at")),
            row.getInt("attempts"),
            instant(row.getTimestamp("attempted_at")),
            row.getString("by_hand") == null ? null : ByHand.valueOf(row.getString("by_hand")),
            row.getString("receipt"));

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets nobody else decide about the money of the case until the transaction is over. */
    CaseAccount hold(CaseReference reference, String currency) {
        jdbc.sql("insert into recovery_account (reference, currency) values (?, ?) on conflict do nothing")
                .params(reference.value(), currency)
                .update();
        return jdbc.sql("select * from recovery_account where reference = ? for update")
                .param(reference.value())
                .query((row, number) -> account(reference, row.getString("currency"), row.getBigDecimal("stake")))
                .single();
    }

    /** Without holding it, to be shown. */
    Optional<CaseAccount> accountOf(CaseReference reference) {
        return jdbc.sql("select * from recovery_account where reference = ?")
                .param(reference.value())
                .query((row, number) -> account(reference, row.getString("currency"), row.getBigDecimal("stake")))
                .optional();
    }

    private CaseAccount account(CaseReference reference, String currency, BigDecimal stake) {
        BigDecimal sum =
                jdbc.sql("""
                        select coalesce(sum(case when state = 'REVERSAL' then -amount else amount end), 0.00)
                        from recovery_ledger
                        where reference = ? and state in ('GRANTED', 'PAID', 'NOT_PAID', 'REVERSAL')""").param(reference.value()).query(BigDecimal.class).single();
        return new CaseAccount(reference, new Money(sum, currency), stake == null ? null : new Money(stake, currency));
    }

    void stake(CaseReference reference, BigDecimal stake) {
        jdbc.sql("update recovery_account set stake = ? where reference = ?")
                .params(stake, reference.value())
                .update();
    }

    void add(LedgerEntry entry, String requestKey) {
        jdbc.sql("""
                        insert into recovery_ledger (id, reference, recovery, request_key, reverses, kind, amount, currency,
                            proposer, reason, stake_reason, asked_group, state, at, decided_at, settled_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        entry.id(),
                        entry.reference().value(),
                        entry.recovery(),
                        requestKey,
                        entry.reverses(),
                        entry.kind().code(),
                        entry.money().amount(),
                        entry.money().currency(),
                        entry.proposer(),
                        entry.reason(),
                        entry.stakeReason(),
                        entry.askedGroup(),
                        entry.state().name(),
                        Timestamp.from(entry.at()),
                        timestamp(entry.decidedAt()),
                        timestamp(entry.settledAt()))
                .update();
    }

    Optional<LedgerEntry> find(UUID id) {
        return jdbc.sql("select * from recovery_ledger where id = ?")
                .param(id)
                .query(ENTRY)
                .optional();
    }

    /** The row that was asked for under this key. */
    Optional<LedgerEntry> requestedAs(String requestKey) {
        return jdbc.sql("select * from recovery_ledger where request_key = ?")
                .param(requestKey)
                .query(ENTRY)
                .optional();
    }

    /** Oldest first. */
    List<LedgerEntry> of(CaseReference reference) {
        return jdbc.sql("select * from recovery_ledger where reference = ? order by at, id")
                .param(reference.value())
                .query(ENTRY)
                .list();
    }

    /** @return whether the row was still waiting for the decision */
    boolean decide(UUID id, State state, String approver, String reason, Instant at) {
        return jdbc.sql("""
                        update recovery_ledger set state = ?, approver = ?, decision_reason = ?, decided_at = ?
                        where id = ? and state = 'PROPOSED'""")
                        .params(state.name(), approver, reason, Timestamp.from(at), id)
                        .update()
                == 1;
    }

    /** Nobody decides any more on what was proposed for the case. */
    void refuseProposed(CaseReference reference, String reason, Instant at) {
        jdbc.sql("""
                        update recovery_ledger set state = 'REFUSED', decision_reason = ?, decided_at = ?
                        where reference = ? and state = 'PROPOSED'""").params(reason, Timestamp.from(at), reference.value()).update();
    }

    /** @return whether the row was still to be paid */
    boolean settle(UUID id, State state, String receipt, Instant at) {
        return jdbc.sql("""
                        update recovery_ledger set state = ?, receipt = ?, settled_at = ?
                        where id = ? and state = 'GRANTED'""")
                        .params(state.name(), receipt, Timestamp.from(at), id)
                        .update()
                == 1;
    }

    void byHand(UUID id, ByHand why) {
        jdbc.sql("update recovery_ledger set by_hand = ? where id = ?")
                .params(why.name(), id)
                .update();
    }

    /** Counts a call to the payment service. */
    void attempt(UUID id) {
        jdbc.sql("update recovery_ledger set attempts = attempts + 1 where id = ?")
                .param(id)
                .update();
    }

    /** Remembers that an order is about to leave. */
    void ordering(UUID id, Instant at) {
        jdbc.sql("update recovery_ledger set attempted_at = ? where id = ?")
                .params(Timestamp.from(at), id)
                .update();
    }

    /** Whether nobody else is paying this row in another transaction; until the end of this one nobody will. */
    boolean reserve(UUID id) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 19))")
                .param(id.toString())
                .query(Boolean.class)
                .single();
    }

    private static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
