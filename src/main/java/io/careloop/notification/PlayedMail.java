package io.careloop.notification;

import java.time.Instant;
import org.springframework.stereotype.Service;

/** The mail of customers who do not exist: it stays in the outbox, and each message says that it did. */
@Service
public class PlayedMail {

    private static final String REMARK = "Part of the demonstration: counted as sent, never sent";

    private final Outbox outbox;

    PlayedMail(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Counts as sent what was queued before {@code until} and has not left. */
    public void settle(Instant until) {
        outbox.countAsSent(until, REMARK);
    }
}
