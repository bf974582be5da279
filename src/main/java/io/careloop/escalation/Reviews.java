package io.careloop.escalation;

import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Timeline;
import io.careloop.cases.TimelineEntry.Kind;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is decided within an open escalation. A refusal is returned as the code of its sentence, {@code refusal.<code>};
 * nothing is kept then.
 */
@Service
public class Reviews {

    private final EscalationStore escalations;
    private final ReviewStore store;
    private final SecondReviewer second;
    private final CaseFiles cases;
    private final Timeline timeline;
    private final Clock clock;

    Reviews(
            EscalationStore escalations,
            ReviewStore store,
            SecondReviewer second,
            CaseFiles cases,
            Timeline timeline,
            Clock clock) {
        this.escalations = escalations;
        this.store = store;
        this.second = second;
        this.cases = cases;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Why the user may not review the open escalation; empty if they may. */
    public Optional<String> refusalOfReviewer(CaseReference reference, String user) {
        return escalations.findOpen(reference).flatMap(open -> second.refusalOfReview(open, user));
    }

    /**
     * Why the user may not approve the answer of the open escalation; empty if they may.
     *
     * @param approver group in whose name they would
     */
    public Optional<String> refusalOfApprover(CaseReference reference, String approver, String user) {
        return escalations.findOpen(reference).flatMap(open -> second.refusalOfApproval(open, approver, user));
    }

    /** @param decision its code */
    @Transactional
    public Optional<String> decide(
            CaseReference reference, String decision, String answer, String reason, String reviewer) {
        Escalation escalation = escalations.getOpen(reference);
        Optional<String> refusal = second.refusalOfReview(escalation, reviewer)
                .or(() -> refusalOf(escalation, Decision.of(decision).orElse(null), answer, reason));
        if (refusal.isPresent()) {
            return refusal;
        }
        Decision decided = Decision.of(decision).orElseThrow();
        String kept = decided.needsAnswer() ? answer : null;
        store.add(
                escalation.id(),
                new ReviewRecord(0, escalation.tier(), reviewer, decided, kept, reason, clock.instant(), List.of()));
        if (kept != null) {
            escalations.answer(escalation.id(), kept, reviewer);
        }
        timeline.note(reference, Kind.ESCALATION_REVIEWED, reviewer, joined(decided.code(), reason));
        return Optional.empty();
    }

    private static Optional<String> refusalOf(Escalation escalation, Decision decision, String answer, String reason) {
        if (decision == null) {
            return Optional.of("escalation-decision-needed");
        }
        if (decision.needsAnswer() && answer == null) {
            return Optional.of("escalation-answer-needed");
        }
        if (decision.needsReason() && reason == null) {
            return Optional.of("escalation-reason-needed");
        }
        return decision == Decision.NEXT_TIER && escalation.isInLastTier()
                ? Optional.of("escalation-no-higher-tier")
                : Optional.empty();
    }

    /** @param offer null if none is made, which needs a reason */
    @Transactional
    public Optional<String> offer(CaseReference reference, String offer, String reason, String negotiator) {
        if (offer == null && reason == null) {
            return Optional.of("escalation-offer-or-reason-needed");
        }
        Escalation escalation = escalations.getOpen(reference);
        store.add(
                escalation.id(),
                cases.get(reference).category(),
                new OfferRecord(reference, negotiator, offer, reason, clock.instant()));
        timeline.note(
                reference,
                offer == null ? Kind.OFFER_DECLINED : Kind.OFFER_MADE,
                negotiator,
                offer == null ? reason : joined(offer, reason));
        return Optional.empty();
    }

    /**
     * What legal or quality says to the answer of the latest review.
     *
     * @param approver group in whose name it is said
     * @param approved null for neither yes nor no; a no needs a reason
     */
    @Transactional
    public Optional<String> approve(
            CaseReference reference, String approver, Boolean approved, String reason, String actor) {
        Escalation escalation = escalations.getOpen(reference);
        if (approved == null) {
            return Optional.of("escalation-approval-needed");
        }
        if (!approved && reason == null) {
            return Optional.of("escalation-reason-needed");
        }
        Optional<String> refusal = second.refusalOfApproval(escalation, approver, actor);
        if (refusal.isEmpty()) {
            long review = store.latestReview(escalation.id()).orElseThrow().id();
            store.add(escalation.id(), new ApprovalRecord(review, approver, actor, approved, reason, clock.instant()));
            timeline.note(
                    reference, approved ? Kind.ANSWER_APPROVED : Kind.ANSWER_REJECTED, actor, joined(approver, reason));
        }
        return refusal;
    }

    private static String joined(String first, String second) {
        return second == null ? first : first + " · " + second;
    }
}
