package io.careloop.deadline.process;

import io.careloop.cases.CaseClosed;
import io.careloop.cases.CaseWithdrawn;
import io.careloop.deadline.Promises;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Promises end with their case, within the same transaction. */
@Component
class PromiseEvents {

    private final Promises promises;

    PromiseEvents(Promises promises) {
        this.promises = promises;
    }

    @EventListener
    void on(CaseClosed event) {
        promises.drop(event.reference());
    }

    @EventListener
    void on(CaseWithdrawn event) {
        promises.drop(event.reference());
    }
}
