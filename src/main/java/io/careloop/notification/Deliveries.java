package io.careloop.notification;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what came of each attempt to deliver a message, and brings to a person what does not arrive by itself. */
@Service
class Deliveries implements DeliveryReports {

    private static final int LONGEST_ERROR = 500;

    private final Outbox outbox;
    private final CaseFiles cases;
    private final Timeline timeline;
    private final PersonTasks tasks;
    private final NotificationSettings settings;
    private final Clock clock;

    Deliveries(
            Outbox outbox,
            CaseFiles cases,
            Timeline timeline,
            PersonTasks tasks,
            NotificationSettings settings,
            Clock clock) {
        this.outbox = outbox;
        this.cases = cases;
        this.timeline = timeline;
        this.tasks = tasks;
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes up what is due next, in a transaction of its own: from here on a crash leaves it in doubt. */
    Optional<Outbox.Claimed> claim() {
        Instant now = clock.instant();
        return outbox.claim(now, now.plus(settings.sendingLimit()));
    }

    void sent(OutboxMessage message) {
        Instant now = clock.instant();
        outbox.finishAttempt(message, DeliveryState.SENT, now, null, now);
    }

    /** Plans the next try; after the last one the message is given up. */
    @Transactional
    public void failed(OutboxMessage message, String error) {
        List<Duration> delays = settings.retryDelays();
        if (message.attempts() > delays.size()) {
            givenUp(message, error);
            return;
        }
        Instant now = clock.instant();
        Instant next = now.plus(delays.get(message.attempts() - 1));
        outbox.finishAttempt(message, DeliveryState.PENDING, next, shortened(error), now);
    }

    /** Trying again would not help. */
    @Transactional
    public void givenUp(OutboxMessage message, String error) {
        end(message, DeliveryState.FAILED, PersonTasks.Cause.FAILED, error);
    }

    /** Nobody knows whether it left, and it shall not leave twice. */
    @Transactional
    public void held(OutboxMessage message) {
        end(
                message,
                DeliveryState.HELD,
                PersonTasks.Cause.HELD,
                "The application stopped while this message was being sent");
    }

    @Override
    @Transactional
    public boolean cameBack(String messageId, String reason) {
        Optional<OutboxMessage> sent = MessageIds.messageOf(messageId)
                .flatMap(outbox::find)
                .filter(message -> message.messageId().equals(messageId.strip()));
        if (sent.isEmpty() || !outbox.returned(sent.get().id(), shortened(reason), clock.instant())) {
            return false;
        }
        bringToPerson(sent.get(), PersonTasks.Cause.FAILED, reason);
        return true;
    }

    /** Opens the task to tell the customer what this message says. */
    void askPerson(OutboxMessage message, String owner) {
        askPerson(message, message.cause(), owner);
    }

    private void end(OutboxMessage message, DeliveryState state, PersonTasks.Cause cause, String error) {
        Instant now = clock.instant();
        if (outbox.finishAttempt(message, state, now, shortened(error), now)) {
            bringToPerson(message, cause, error);
        }
    }

    /** What was meant for the staff is only told in the timeline: their task list says the same. */
    private void bringToPerson(OutboxMessage message, PersonTasks.Cause cause, String error) {
        timeline.note(
                message.reference(),
                Kind.DELIVERY_FAILED,
                Actors.SYSTEM,
                "%s · %s · %s".formatted(message.address(), message.title(), shortened(error)));
        if (message.isForCustomer()) {
            askPerson(message, cause, cases.get(message.reference()).owner());
        }
    }

    private void askPerson(OutboxMessage message, PersonTasks.Cause cause, String owner) {
        Instant dueAt = clock.instant().plus(settings.tellWithin());
        tasks.open(message.reference().value(), message.id(), cause, owner, dueAt);
    }

    private static String shortened(String error) {
        return error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
    }
}
