package io.careloop.notification;

import io.careloop.cases.CaseReference;
import io.careloop.notification.OutboxMessage.Recipient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of messages. Every change names the attempt it belongs to, so that a sender that was overtaken changes nothing. */
@Repository
class Outbox {

    private static final String INSERT = """
            insert into notification_outbox
                (id, reason, reference, recipient_kind, address, author, locale, template, template_version, subject, body,
                 message_id, thread, state, next_attempt_at, queued_at, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (reason) do nothing""";

    private static final String CLAIM = """
            with due as (
                select id, state as found_in from notification_outbox
                where state in ('PENDING', 'SENDING') and next_attempt_at <= :now
                order by next_attempt_at limit 1 for update skip locked)
            update notification_outbox o
            set state = 'SENDING', attempts = attempts + 1, next_attempt_at = :limit, changed_at = :now
            from due where o.id = due.id
            returning o.*, due.found_in""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Outbox(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** @return whether it is new: false if a message of this reason is there already */
    boolean add(OutboxMessage message) {
        return jdbc.sql(INSERT).params(values(message, message.queuedAt())).update() == 1;
    }

    /**
     * Adds those that are new.
     *
     * @param from when they may leave
     */
    void addAll(List<OutboxMessage> messages, Instant from) {
        batches.batchUpdate(
                INSERT, messages.stream().map(message -> values(message, from)).toList());
    }

    /**
     * Takes up the message that is due longest: a pending one, or one whose sender has crashed.
     *
     * @param limit when the caller itself counts as crashed
     */
    Optional<Claimed> claim(Instant now, Instant limit) {
        return jdbc.sql(CLAIM)
                .param("now", Timestamp.from(now))
                .param("limit", Timestamp.from(limit))
                .query((row, number) -> new Claimed(message(row), DeliveryState.valueOf(row.getString("found_in"))))
                .optional();
    }

    /**
     * A message that was dropped while it was handed over counts as sent if it was.
     *
     * @return false if somebody else has taken the message up in the meantime
     */
    boolean finishAttempt(OutboxMessage claimed, DeliveryState state, Instant nextAttempt, String error, Instant now) {
        return jdbc.sql("""
                                update notification_outbox
                                set state = ?, next_attempt_at = ?, last_error = ?, changed_at = ?
                                where id = ? and attempts = ? and state in ('SENDING', ?)""")
                        .params(
                                state.name(),
                                Timestamp.from(nextAttempt),
                                error,
                                Timestamp.from(now),
                                claimed.id(),
                                claimed.attempts(),
                                state == DeliveryState.SENT ? DeliveryState.DROPPED.name() : null)
                        .update()
                == 1;
    }

    /** What had counted as sent came back. @return false if it did not count as sent */
    boolean returned(UUID id, String error, Instant now) {
        return jdbc.sql("""
                                update notification_outbox set state = 'FAILED', last_error = ?, changed_at = ?
                                where id = ? and state = 'SENT'""").params(error, Timestamp.from(now), id).update() == 1;
    }

    /** A person has dealt with a message that was theirs; pending means it is tried again from the start. */
    void settle(UUID id, DeliveryState state, Instant now) {
        jdbc.sql("""
                        update notification_outbox set state = ?, attempts = 0, next_attempt_at = ?, changed_at = ?
                        where id = ? and state in ('FAILED', 'HELD')""")
                .params(state.name(), Timestamp.from(now), Timestamp.from(now), id)
                .update();
    }

    /** Takes out of the way what the customer of the case does not have yet. */
    void dropUnsent(CaseReference reference, Instant now) {
        jdbc.sql("""
                        update notification_outbox set state = 'DROPPED', changed_at = ?
                        where reference = ? and recipient_kind = 'CUSTOMER'
                            and state in ('PENDING', 'SENDING', 'FAILED', 'HELD')""").params(Timestamp.from(now), reference.value()).update();
    }

    /** What waits since before {@code until} counts as sent, with a remark in place of an error. */
    void countAsSent(Instant until, String remark) {
        jdbc.sql("""
                        update notification_outbox
                        set state = 'SENT', attempts = 1, changed_at = queued_at, last_error = ?
                        where state = 'PENDING' and queued_at < ?""").params(remark, Timestamp.from(until)).update();
    }

    /** Messages that have not left yet. */
    long waiting() {
        return jdbc.sql("select count(*) from notification_outbox where state in ('PENDING', 'SENDING')")
                .query(Long.class)
                .single();
    }

    Optional<OutboxMessage> find(UUID id) {
        return jdbc.sql("select * from notification_outbox where id = ?")
                .param(id)
                .query((row, number) -> message(row))
                .optional();
    }

    List<OutboxMessage> toCustomerOf(CaseReference reference) {
        return jdbc.sql("""
                        select * from notification_outbox where reference = ? and recipient_kind = 'CUSTOMER'
                        order by queued_at desc, id""")
                .param(reference.value())
                .query((row, number) -> message(row))
                .list();
    }

    private static Object[] values(OutboxMessage message, Instant from) {
        Timestamp queuedAt = Timestamp.from(message.queuedAt());
        return new Object[] {
            message.id(),
            message.reason(),
            message.reference().value(),
            message.recipient().name(),
            message.address(),
            message.author(),
            message.locale().toLanguageTag(),
            message.template(),
            message.templateVersion(),
            message.subject(),
            message.body(),
            message.messageId(),
            message.thread(),
            message.state().name(),
            Timestamp.from(from),
            queuedAt,
            queuedAt
        };
    }

    private static OutboxMessage message(ResultSet row) throws SQLException {
        return new OutboxMessage(
                row.getObject("id", UUID.class),
                row.getString("reason"),
                CaseReference.of(row.getString("reference")),
                Recipient.valueOf(row.getString("recipient_kind")),
                row.getString("address"),
                row.getString("author"),
                Locale.forLanguageTag(row.getString("locale")),
                row.getString("template"),
                row.getInt("template_version"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("message_id"),
                row.getString("thread"),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("last_error"),
                row.getTimestamp("queued_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }

    /** @param foundIn the state that it was in before */
    record Claimed(OutboxMessage message, DeliveryState foundIn) {}
}
