package io.careloop.collaboration.process;

import io.careloop.collaboration.Branch;
import io.careloop.collaboration.Branches;
import io.careloop.collaboration.Collaborations;
import io.careloop.collaboration.Departments;
import io.careloop.collaboration.Question;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record reply",
        description =
                "Keeps what the department made of the question: answered, asked back, handed back, or brought another department in.",
        fields = {"replyText", "wordsText", "otherDepartmentText"},
        reads = CollaborationModel.Variable.BRANCH_ID,
        outputs = {
            @DiagramOutput(
                    name = CollaborationModel.Variable.REPLY,
                    description = "answered, asked-back, handed-back, handed-back-again or brought-in"),
            @DiagramOutput(
                    name = CollaborationModel.Variable.OWNER_DUE,
                    description = "until when the owner of the case should decide or clarify")
        })
class RecordReplyDelegate implements JavaDelegate {

    private static final String ANSWERED = "answered";

    private final Branches branches;
    private final Departments departments;
    private final ActingUser actingUser;
    private final Refusals refusals;

    RecordReplyDelegate(Branches branches, Departments departments, ActingUser actingUser, Refusals refusals) {
        this.branches = branches;
        this.departments = departments;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = FormInput.of(execution);
        Branch branch = branches.get((Long) execution.getVariable(CollaborationModel.Variable.BRANCH_ID));
        String reply = Objects.toString(input.code("replyText"), "");
        String words = input.text("wordsText");
        String other = input.text("otherDepartmentText");
        taken(branch, reply, words, other).ifPresent(code -> {
            throw refusals.because(code);
        });
        boolean again = reply.equals(CollaborationModel.Reply.HANDED_BACK) && branch.handBacks() > 0;
        execution.setVariable(
                CollaborationModel.Variable.REPLY, again ? CollaborationModel.Reply.HANDED_BACK_AGAIN : reply);
        execution.setVariable(CollaborationModel.Variable.OWNER_DUE, Date.from(branches.decideBy()));
    }

    private Optional<String> taken(Branch branch, String reply, String words, String other) {
        String actor = actingUser.id();
        return switch (reply) {
            case ANSWERED -> branches.answer(branch.id(), words, actor);
            case CollaborationModel.Reply.ASKED_BACK -> branches.askBack(branch.id(), words, actor);
            case CollaborationModel.Reply.HANDED_BACK -> branches.handBack(branch.id(), words, actor);
            case CollaborationModel.Reply.BROUGHT_IN -> broughtIn(branch, new Question(other, words), actor);
            default -> Optional.of("department-reply-needed");
        };
    }

    private Optional<String> broughtIn(Branch branch, Question question, String actor) {
        return departments.ask(branch.reference(), List.of(question), false, actor)
                        instanceof Collaborations.Outcome.Refused refused
                ? Optional.of(refused.code())
                : Optional.empty();
    }
}
