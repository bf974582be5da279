package io.careloop.collaboration.process;

import io.careloop.cases.CaseReference;
import io.careloop.collaboration.Branch;
import io.careloop.collaboration.Collaborations;
import io.careloop.collaboration.Departments;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Does what the coordinator arranged with one of the questions; {@code moreToArrange} brings the task again. */
@Component
@DiagramCall(
        name = "Record coordination",
        description = "Does what the coordinator arranged with one of the questions.",
        fields = {"actionText", "numberText", "otherDepartmentText", "hoursText", "wordsText"},
        outputs =
                @DiagramOutput(
                        name = CollaborationModel.Variable.MORE_TO_ARRANGE,
                        description = "whether the coordinator wants to arrange more"))
class RecordCoordinationDelegate implements JavaDelegate {

    private static final String MOVE = "move";
    private static final String EXTEND = "extend";
    private static final String DROP = "drop";
    private static final String ARRANGED = "arranged";

    private final Collaborations collaborations;
    private final Departments departments;
    private final ActingUser actingUser;
    private final Refusals refusals;

    RecordCoordinationDelegate(
            Collaborations collaborations, Departments departments, ActingUser actingUser, Refusals refusals) {
        this.collaborations = collaborations;
        this.departments = departments;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = FormInput.of(execution);
        String action = Objects.toString(input.code("actionText"), "");
        Optional<Branch> branch = branch(execution, input.text("numberText"));
        String other = input.text("otherDepartmentText");
        Duration more = hours(input.text("hoursText"));
        String words = input.text("wordsText");
        arranged(action, branch, other, more, words).ifPresent(code -> {
            throw refusals.because(code);
        });
        execution.setVariable(CollaborationModel.Variable.MORE_TO_ARRANGE, !action.equals(ARRANGED));
    }

    private Optional<String> arranged(
            String action, Optional<Branch> branch, String other, Duration more, String words) {
        if (action.equals(ARRANGED)) {
            return Optional.empty();
        }
        if (branch.isEmpty()) {
            return Optional.of("department-number-needed");
        }
        long id = branch.get().id();
        String actor = actingUser.id();
        return switch (action) {
            case MOVE -> departments.move(id, other, words, actor);
            case EXTEND -> departments.extend(id, more, words, actor);
            case DROP -> departments.drop(id, words, actor);
            default -> Optional.of("department-decision-needed");
        };
    }

    private Optional<Branch> branch(DelegateExecution execution, String number) {
        return collaborations.open(CaseReference.of(execution.getProcessBusinessKey())).stream()
                .map(run -> collaborations.openBranches(run.id()))
                .flatMap(List::stream)
                .filter(branch -> String.valueOf(branch.number()).equals(number))
                .findFirst();
    }

    private static Duration hours(String text) {
        return text == null || !text.matches("[0-9]{1,3}") ? null : Duration.ofHours(Long.parseLong(text));
    }
}
