package io.careloop.notification;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.cases.Conversation;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Messages that a person brings to the customer. */
@Service
public class Tellings {

    private final Outbox outbox;
    private final CaseFiles cases;
    private final Conversation conversation;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tellings(
            Outbox outbox,
            CaseFiles cases,
            Conversation conversation,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.outbox = outbox;
        this.cases = cases;
        this.conversation = conversation;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    public Optional<Delivery> find(UUID message) {
        return outbox.find(message).map(Delivery::of);
    }

    /**
     * Keeps that the customer knows now. Words of a person count as the first response from here on, if the customer
     * could not be written to; an automatic message never does.
     *
     * @param note what the customer said, may be null
     */
    @Transactional
    public void told(UUID id, String actor, String note) {
        OutboxMessage message = message(id);
        outbox.settle(id, DeliveryState.TOLD, clock.instant());
        if (message.address() == null) {
            recordAsSpoken(message);
        }
        timeline.tell(message.reference(), Kind.TOLD_IN_PERSON, actor, message.title());
        note(message.reference(), actor, note);
    }

    /** Tries once more from the start; only for a message with an address. */
    @Transactional
    public void sendAgain(UUID id, String actor, String note) {
        OutboxMessage message = message(id);
        outbox.settle(id, DeliveryState.PENDING, clock.instant());
        note(message.reference(), actor, note);
        events.publishEvent(new MessageQueued());
    }

    @Transactional
    public void notReached(UUID id, String actor, String note) {
        OutboxMessage message = message(id);
        outbox.settle(id, DeliveryState.NOT_REACHED, clock.instant());
        timeline.note(message.reference(), Kind.DELIVERY_FAILED, actor, message.title());
        note(message.reference(), actor, note);
    }

    private void recordAsSpoken(OutboxMessage message) {
        CaseReference reference = message.reference();
        if (message.isAutomatic()) {
            conversation.systemWrote(
                    reference,
                    Channel.PHONE,
                    message.title(),
                    message.readableBody(),
                    message.template(),
                    message.templateVersion());
        } else {
            conversation.staffWrote(
                    reference, Channel.PHONE, message.author(), message.title(), message.readableBody(), null, null);
        }
        events.publishEvent(new CustomerTold(
                cases.get(reference), message.isAutomatic() ? message.template() : null, clock.instant()));
    }

    private void note(CaseReference reference, String actor, String note) {
        if (note != null) {
            timeline.note(reference, Kind.NOTE, actor, note);
        }
    }

    private OutboxMessage message(UUID id) {
        return outbox.find(id).orElseThrow();
    }
}
