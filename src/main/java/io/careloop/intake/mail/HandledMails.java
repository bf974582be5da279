package io.careloop.intake.mail;

import io.careloop.cases.CaseReference;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which mails were handled, so that one that is delivered twice changes nothing. */
@Component
class HandledMails {

    private final JdbcClient jdbc;
    private final Clock clock;

    HandledMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes that this mail is being handled, within the caller's transaction; false if it was before. */
    boolean begin(IncomingMail mail) {
        return jdbc.sql("""
                                insert into intake_mail (message_id, sender, outcome, handled_at) values (?, ?, 'BEGUN', ?)
                                on conflict do nothing""")
                        .params(mail.messageId(), mail.sender(), Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** @param reference case that the mail went to, may be null */
    void done(IncomingMail mail, MailOutcome outcome, CaseReference reference) {
        jdbc.sql("update intake_mail set outcome = ?, reference = ? where message_id = ?")
                .params(outcome.name(), reference == null ? null : reference.value(), mail.messageId())
                .update();
    }

    /** The mail was not handled after all. */
    void forget(IncomingMail mail) {
        jdbc.sql("delete from intake_mail where message_id = ?")
                .param(mail.messageId())
                .update();
    }

    /** How many mails of this sender reached a case since then. */
    int takenFrom(String sender, Instant since) {
        return jdbc.sql("""
                        select count(*) from intake_mail
                        where sender = ? and handled_at > ? and outcome in ('OPENED', 'JOINED', 'NOTED')""")
                .params(sender, Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    int forgetBefore(Instant instant) {
        return jdbc.sql("delete from intake_mail where handled_at < ?")
                .param(Timestamp.from(instant))
                .update();
    }
}
