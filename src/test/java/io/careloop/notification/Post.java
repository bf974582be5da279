package io.careloop.notification;

import org.springframework.stereotype.Component;

/** The relay at a test's command: sends what is due in the outbox. */
@Component
public class Post {

    private final OutboxRelay relay;

    Post(OutboxRelay relay) {
        this.relay = relay;
    }

    public void collect() {
        relay.run();
    }
}
