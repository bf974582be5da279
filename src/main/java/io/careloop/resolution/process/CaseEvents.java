package io.careloop.resolution.process;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseRegistered;
import io.careloop.cases.CustomerReturned;
import io.careloop.cases.CustomerWrote;
import io.careloop.cases.OwnerChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens to a case moves its process, within the same transaction. */
@Component
class CaseEvents {

    private final CamundaServiceRequests requests;

    CaseEvents(CamundaServiceRequests requests) {
        this.requests = requests;
    }

    @EventListener
    void on(CaseRegistered event) {
        requests.start(event.reference());
    }

    @EventListener
    void on(CustomerWrote event) {
        requests.customerWrote(event.reference());
    }

    @EventListener
    void on(CustomerReturned event) {
        requests.reopen(event.reference(), event.reason(), event.channel(), Actors.CUSTOMER);
    }

    @EventListener
    void on(OwnerChanged event) {
        requests.ownerChanged(event.reference(), event.owner());
    }
}
