package io.careloop.deadline.policy;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.Deadlines;
import io.careloop.deadline.policy.PolicyPack.Moment;
import io.careloop.notification.Notifications;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells customers what the pack of their case demands to be told, beside what its process tells anyway. */
@Service
public class PolicyMessages {

    private final PolicyPacks packs;
    private final Deadlines deadlines;
    private final Notifications notifications;

    PolicyMessages(PolicyPacks packs, Deadlines deadlines, Notifications notifications) {
        this.packs = packs;
        this.deadlines = deadlines;
        this.notifications = notifications;
    }

    /** Why it takes longer, and where else the customer can turn; once for each due date, if the pack demands it. */
    @Transactional
    public void explainMissedResolution(CaseReference reference) {
        if (packs.of(reference).rulesFor(Moment.MISSED_RESOLUTION).isEmpty()) {
            return;
        }
        deadlines
                .of(reference)
                .map(clocks -> clocks.resolution().dueAt())
                .ifPresent(due -> tell(reference, Moment.MISSED_RESOLUTION, due));
    }

    private void tell(CaseReference reference, Moment moment, Instant due) {
        notifications.toCustomer(
                reference, moment.template(), "policy/%s/%s/%s".formatted(reference, moment.field(), due));
    }
}
