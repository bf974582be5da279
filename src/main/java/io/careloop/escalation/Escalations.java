package io.careloop.escalation;

import io.careloop.cases.Actors;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import io.careloop.notification.Notifications;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens escalations and shows them; the only way other code reaches them. At most one of a case is open. */
@Service
public class Escalations {

    private final CaseFiles cases;
    private final EscalationStore store;
    private final EscalationProcesses processes;
    private final Notifications notifications;
    private final Timeline timeline;
    private final Clock clock;

    Escalations(
            CaseFiles cases,
            EscalationStore store,
            EscalationProcesses processes,
            Notifications notifications,
            Timeline timeline,
            Clock clock) {
        this.cases = cases;
        this.store = store;
        this.processes = processes;
        this.notifications = notifications;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Lets the complaint climb. While an escalation is open a further reason is added to it, the same one only once.
     *
     * @param actor user id, customer or system
     * @param words why, may be null
     */
    @Transactional
    public Outcome escalate(CaseReference reference, EscalationReason reason, String actor, String words) {
        if (cases.get(reference).status().isOver()) {
            return new Outcome.Refused("escalation-case-is-over");
        }
        GivenReason given = new GivenReason(reason, words, actor, clock.instant());
        boolean opened = store.open(reference, given.at());
        Escalation escalation = store.findOpen(reference).orElseThrow();
        boolean isNew = store.addReason(escalation.id(), given);
        if (isNew || reason == EscalationReason.STAFF) {
            record(reference, given);
        }
        if (opened) {
            processes.start(reference, reason);
        } else if (isNew) {
            processes.reasonAdded(reference);
        }
        return opened ? new Outcome.Opened() : new Outcome.Added();
    }

    /** A class of risk in what the customer says makes the complaint climb by itself. */
    @Transactional
    public void noticeRisk(CaseReference reference, String risk) {
        if (risk.equals(Escalation.NO_RISK)) {
            return;
        }
        if (store.findOpen(reference).stream().noneMatch(open -> risk.equals(open.risk()))) {
            escalate(reference, EscalationReason.RISK, Actors.SYSTEM, risk);
        }
    }

    /** Somebody reviews it now; the customer hears of it once in each tier. */
    @Transactional
    public void reviewTaken(CaseReference reference, String reviewer) {
        store.findOpen(reference).ifPresent(escalation -> {
            store.reviewer(escalation.id(), reviewer);
            notifications.toCustomer(
                    reference,
                    "escalation-in-review",
                    "escalation/%d/%d".formatted(escalation.id(), escalation.tier()));
        });
    }

    /** Whoever owns the case now has it to handle, and not to review. */
    @Transactional
    public void ownerChanged(CaseReference reference, String owner) {
        store.findOpen(reference).ifPresent(escalation -> {
            processes.letGo(reference, owner);
            if (owner.equals(escalation.reviewer())) {
                store.reviewer(escalation.id(), null);
            }
        });
    }

    /** A review that waited for what departments say goes on. */
    public void departmentsDone(CaseReference reference) {
        processes.departmentsDone(reference);
    }

    /** Nothing is left to review: the case was withdrawn or closed. */
    @Transactional
    public void caseEnded(CaseReference reference) {
        if (store.findOpen(reference).isPresent()) {
            processes.caseEnded(reference);
        }
    }

    /** The one that goes on. */
    public Optional<Escalation> open(CaseReference reference) {
        return store.findOpen(reference);
    }

    /** All of a case, oldest first. */
    public List<Escalation> of(CaseReference reference) {
        return store.of(reference);
    }

    /** Oldest first. */
    public List<GivenReason> reasonsOf(Escalation escalation) {
        return store.reasonsOf(escalation.id());
    }

    /** Oldest first. */
    public List<TierVisit> tiersOf(Escalation escalation) {
        return store.tiersOf(escalation.id());
    }

    /** What customers demand they may see; their words are among the messages. */
    private void record(CaseReference reference, GivenReason given) {
        if (given.reason() == EscalationReason.DEMAND) {
            timeline.tell(reference, Kind.ESCALATED, given.actor(), "");
        } else {
            String code = given.reason().code();
            String text = given.words() == null ? code : code + " · " + given.words();
            timeline.note(reference, Kind.ESCALATED, given.actor(), text);
        }
    }

    /** What became of the wish. A refusal is an answer, not an exception. */
    public sealed interface Outcome {

        record Opened() implements Outcome {}

        /** One was open already and knows of it now. */
        record Added() implements Outcome {}

        /** @param code key of the sentence for the reader, {@code refusal.<code>} in the message bundle */
        record Refused(String code) implements Outcome {}
    }
}
