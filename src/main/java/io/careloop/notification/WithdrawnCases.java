package io.careloop.notification;

import io.careloop.cases.CaseWithdrawn;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What has not reached the customer when they withdraw their case reaches them no more. What is queued from then on, such
 * as the confirmation, does.
 */
@Component
class WithdrawnCases {

    private final Outbox outbox;
    private final PersonTasks tasks;
    private final Clock clock;

    WithdrawnCases(Outbox outbox, PersonTasks tasks, Clock clock) {
        this.outbox = outbox;
        this.tasks = tasks;
        this.clock = clock;
    }

    @EventListener
    void on(CaseWithdrawn event) {
        outbox.dropUnsent(event.reference(), clock.instant());
        tasks.end(event.reference().value());
    }
}
