package io.careloop.escalation.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.AssignmentRule;
import io.careloop.escalation.Reviews;
import io.careloop.escalation.process.EscalationModel.Task;
import io.careloop.identity.Groups;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who handled a case does not review it, by whatever road the task is to come to them. */
@Component
class SecondReviewerRule implements AssignmentRule {

    private final Reviews reviews;

    SecondReviewerRule(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public Optional<String> refusalOf(Assignment assignment) {
        return switch (Objects.toString(assignment.taskKey(), "")) {
            case Task.REVIEW -> reviews.refusalOfReviewer(reference(assignment), assignment.user());
            case Task.APPROVE_BY_LEGAL ->
                reviews.refusalOfApprover(reference(assignment), Groups.LEGAL, assignment.user());
            case Task.APPROVE_BY_QUALITY ->
                reviews.refusalOfApprover(reference(assignment), Groups.QUALITY, assignment.user());
            default -> Optional.empty();
        };
    }

    private static CaseReference reference(Assignment assignment) {
        return CaseReference.of(assignment.businessKey());
    }
}
