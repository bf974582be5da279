package io.careloop.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Shows operators how many messages wait; a number that grows says that the mail server is away. */
@Component
class OutboxMetrics implements MeterBinder {

    private final Outbox outbox;

    OutboxMetrics(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("careloop.notification.waiting", outbox, Outbox::waiting)
                .description("Messages in the outbox that have not left yet")
                .register(registry);
    }
}
