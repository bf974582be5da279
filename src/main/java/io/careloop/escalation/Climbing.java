package io.careloop.escalation;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.deadline.DeadlineClock;
import io.careloop.deadline.WorkingTime;
import io.careloop.escalation.Escalation.Ending;
import io.careloop.escalation.Tiers.Tier;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes an open escalation from tier to tier, each with a limit of its own. */
@Service
public class Climbing {

    private final CaseFiles cases;
    private final EscalationStore store;
    private final Tiers tiers;
    private final EscalationClocks clocks;
    private final WorkingTime hours;
    private final EscalationSettings settings;
    private final Timeline timeline;
    private final Clock clock;

    Climbing(
            CaseFiles cases,
            EscalationStore store,
            Tiers tiers,
            EscalationClocks clocks,
            WorkingTime hours,
            EscalationSettings settings,
            Timeline timeline,
            Clock clock) {
        this.cases = cases;
        this.store = store;
        this.tiers = tiers;
        this.clocks = clocks;
        this.hours = hours;
        this.settings = settings;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Enters the first tier of the open escalation. */
    @Transactional
    public Standing begin(CaseReference reference, String risk) {
        Escalation escalation = store.getOpen(reference);
        store.assess(escalation.id(), risk, !risk.equals(Escalation.NO_RISK));
        return enter(store.getOpen(reference), Tiers.FIRST, Actors.SYSTEM);
    }

    /** Enters the next tier of the open escalation. */
    @Transactional
    public Standing climb(CaseReference reference, String actor) {
        Escalation escalation = store.getOpen(reference);
        return enter(escalation, escalation.nextTier(), actor);
    }

    /**
     * What the customer said more was assessed; a class of risk once noticed stays.
     *
     * @return whether the escalation is sensitive only since now
     */
    @Transactional
    public boolean reassess(CaseReference reference, String risk) {
        Escalation escalation = store.getOpen(reference);
        if (escalation.sensitive() || risk.equals(Escalation.NO_RISK)) {
            return false;
        }
        store.assess(escalation.id(), risk, true);
        return true;
    }

    /** Leaves a sensitive case to the group that looks after such cases. */
    @Transactional
    public void restrict(CaseReference reference) {
        Escalation escalation = store.getOpen(reference);
        cases.restrict(reference, settings.sensitiveGroup(), escalation.risk(), Actors.SYSTEM);
    }

    /** The limit of the last tier has passed. */
    @Transactional
    public void noteOverdue(CaseReference reference) {
        Escalation escalation = store.getOpen(reference);
        store.overdue(escalation.id(), escalation.tier(), clock.instant());
        timeline.note(reference, Kind.ESCALATION_OVERDUE, Actors.SYSTEM, Integer.toString(escalation.tier()));
    }

    /** When somebody is at work to be told: now, or at the next opening. */
    public Instant noticeAt() {
        return hours.nextOpening(clock.instant());
    }

    private Standing enter(Escalation escalation, int wanted, String actor) {
        Tier tier = find(escalation, wanted);
        clocks.stop(escalation);
        DeadlineClock limit = clocks.start(escalation, tier);
        Instant now = clock.instant();
        Instant due = limit.dueAt();
        // a limit may end with the day, when nobody is there any more
        Instant reached = limit.timerAt();
        store.enter(escalation.id(), new TierVisit(tier.number(), tier.team(), now, due, null), tier.next());
        if (wanted != Tiers.FIRST) {
            timeline.note(escalation.reference(), Kind.ESCALATION_CLIMBED, actor, tier.number() + " · " + tier.team());
        }
        return new Standing(
                tier.number(),
                tier.next(),
                tier.team(),
                escalation.sensitive(),
                due,
                tier.isLast() ? DeadlineClock.NEVER : reached,
                tier.isLast() ? reached : DeadlineClock.NEVER,
                clocks.subject(escalation, tier.number()),
                hours.nextOpening(now));
    }

    private Tier find(Escalation escalation, int wanted) {
        return tiers.find(wanted, escalation.risk(), answeredBefore(escalation))
                .orElseThrow(() -> new IllegalStateException("escalation-tiers has no tier " + wanted));
    }

    private int answeredBefore(Escalation escalation) {
        return (int) store.of(escalation.reference()).stream()
                .filter(one -> one.ending() == Ending.ANSWERED)
                .count();
    }
}
