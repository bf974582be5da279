package io.careloop.escalation;

import io.careloop.deadline.ClockId;
import io.careloop.deadline.ClockKind;
import io.careloop.deadline.ClockStart;
import io.careloop.deadline.Clocks;
import io.careloop.deadline.DeadlineClock;
import io.careloop.deadline.DeadlineClock.ClockType;
import io.careloop.deadline.Limit;
import io.careloop.deadline.Threshold;
import io.careloop.escalation.Tiers.Tier;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** The clock of each tier of an escalation: its due date is proven like any other. */
@Component
class EscalationClocks {

    /** The process itself tells whom it concerns, once the limit is reached and somebody is at work. */
    private static final List<Threshold> AT_THE_END = List.of(new Threshold(100, List.of(), null, false));

    private final Clocks clocks;
    private final EscalationStore store;
    private final Clock time;

    EscalationClocks(Clocks clocks, EscalationStore store, Clock time) {
        this.clocks = clocks;
        this.store = store;
        this.time = time;
    }

    /** Only the timer that makes it climb follows the clock; there is none in the last tier. */
    DeadlineClock start(Escalation escalation, Tier tier) {
        Limit limit = new Limit(tier.limit(), ClockType.BUSINESS);
        String watchedBy = tier.isLast() ? null : SecondReviewer.PROCESS;
        return clocks.start(
                escalation.reference(),
                new ClockId(ClockKind.ESCALATION, subject(escalation, tier.number())),
                new ClockStart(limit, time.instant(), null, watchedBy, AT_THE_END));
    }

    /** The tier that the escalation is in has decided, or is left. */
    void stop(Escalation escalation) {
        if (escalation.tier() != Tiers.FIRST) {
            clocks.stop(
                    escalation.reference(), new ClockId(ClockKind.ESCALATION, subject(escalation, escalation.tier())));
        }
    }

    /** The second escalation of a case is {@code 2-1} in its first tier. */
    String subject(Escalation escalation, int tier) {
        long number = store.of(escalation.reference()).stream()
                .takeWhile(before -> before.id() <= escalation.id())
                .count();
        return number + "-" + tier;
    }
}
