package io.careloop.collaboration.process;

import io.careloop.collaboration.Branches;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record decision",
        description =
                "Keeps what becomes of a question that was handed back: asked again, moved to another department, or dropped.",
        fields = {"decisionText", "wordsText", "otherDepartmentText"},
        reads = CollaborationModel.Variable.BRANCH_ID,
        outputs =
                @DiagramOutput(
                        name = CollaborationModel.Variable.QUESTION_DROPPED,
                        description = "whether nobody needs to answer it any more"))
class RecordDecisionDelegate implements JavaDelegate {

    private static final String AGAIN = "again";
    private static final String MOVE = "move";
    private static final String DROP = "drop";

    private final Branches branches;
    private final ActingUser actingUser;
    private final Refusals refusals;

    RecordDecisionDelegate(Branches branches, ActingUser actingUser, Refusals refusals) {
        this.branches = branches;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = FormInput.of(execution);
        long branch = (Long) execution.getVariable(CollaborationModel.Variable.BRANCH_ID);
        String decision = Objects.toString(input.code("decisionText"), "");
        String words = input.text("wordsText");
        String other = input.text("otherDepartmentText");
        decided(branch, decision, words, other).ifPresent(code -> {
            throw refusals.because(code);
        });
        execution.setVariable(CollaborationModel.Variable.QUESTION_DROPPED, decision.equals(DROP));
    }

    private Optional<String> decided(long branch, String decision, String words, String other) {
        String actor = actingUser.id();
        return switch (decision) {
            case AGAIN -> branches.askAgain(branch, words, actor);
            case MOVE -> branches.move(branch, other, words, actor);
            case DROP -> branches.drop(branch, words, actor);
            default -> Optional.of("department-decision-needed");
        };
    }
}
