package io.careloop.escalation;

import io.careloop.cases.CaseHandlers;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who may not review a complaint or approve its answer, whatever groups they are in. A refusal is the code of its
 * sentence.
 */
@Component
class SecondReviewer {

    /** Key of the diagram in which complaints are reviewed: its tasks are no handling of the case. */
    static final String PROCESS = "complaint-escalation";

    private final CaseHandlers handlers;
    private final ReviewStore reviews;

    SecondReviewer(CaseHandlers handlers, ReviewStore reviews) {
        this.handlers = handlers;
        this.reviews = reviews;
    }

    /** A second look is taken by second eyes, and one tier up by others again. */
    Optional<String> refusalOfReview(Escalation escalation, String user) {
        if (hasHandled(escalation, user)) {
            return Optional.of("escalation-handled-it");
        }
        boolean lower = reviews.reviewsOf(escalation.id()).stream()
                .anyMatch(review -> review.reviewer().equals(user) && review.tier() != escalation.tier());
        return lower ? Optional.of("escalation-reviewed-below") : Optional.empty();
    }

    /** @param approver group in whose name the answer is approved */
    Optional<String> refusalOfApproval(Escalation escalation, String approver, String user) {
        if (hasHandled(escalation, user)) {
            return Optional.of("escalation-handled-it");
        }
        if (user.equals(escalation.answeredBy())) {
            return Optional.of("escalation-wrote-answer");
        }
        boolean other = reviews.latestReview(escalation.id()).stream()
                .flatMap(review -> review.approvals().stream())
                .anyMatch(approval ->
                        approval.actor().equals(user) && !approval.approver().equals(approver));
        return other ? Optional.of("escalation-approved-already") : Optional.empty();
    }

    private boolean hasHandled(Escalation escalation, String user) {
        return handlers.hasHandled(escalation.reference(), user, PROCESS);
    }
}
