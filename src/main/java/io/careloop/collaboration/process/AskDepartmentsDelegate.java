package io.careloop.collaboration.process;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.collaboration.Branches;
import io.careloop.collaboration.DepartmentNeeds;
import io.careloop.collaboration.Departments;
import io.careloop.collaboration.Question;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramInput;
import io.careloop.engine.DiagramInput.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Ask departments",
        description =
                "Asks departments to do their part. Departments that are at work on the case already are not asked again.",
        inputs =
                @DiagramInput(
                        name = AskDepartmentsDelegate.DEPARTMENTS,
                        label = "Departments",
                        description =
                                "Left empty, the table collaboration-departments says which ones a case of its kind needs.",
                        kind = Kind.DEPARTMENTS,
                        required = false))
class AskDepartmentsDelegate implements JavaDelegate {

    static final String DEPARTMENTS = "departments";

    private final CaseFiles cases;
    private final DepartmentNeeds needs;
    private final Departments departments;
    private final Branches branches;
    private final ActingUser actingUser;
    private final MessageSource messages;

    AskDepartmentsDelegate(
            CaseFiles cases,
            DepartmentNeeds needs,
            Departments departments,
            Branches branches,
            ActingUser actingUser,
            MessageSource messages) {
        this.cases = cases;
        this.needs = needs;
        this.departments = departments;
        this.branches = branches;
        this.actingUser = actingUser;
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseFile file = cases.get(CaseReference.of(execution.getProcessBusinessKey()));
        String words = messages.getMessage("departments.question.routed", null, Locale.ENGLISH);
        List<Question> questions = wanted(execution, file).stream()
                .filter(department -> !branches.isAtWork(file.reference(), Set.of(department)))
                .map(department -> new Question(department, words))
                .toList();
        if (!questions.isEmpty()) {
            departments.ask(file.reference(), questions, false, actingUser.id());
        }
    }

    private List<String> wanted(DelegateExecution execution, CaseFile file) {
        String named = Objects.toString(execution.getVariableLocal(DEPARTMENTS), "");
        return named.isBlank()
                ? needs.of(file.category(), file.priority())
                : Arrays.stream(named.split(",")).map(String::strip).toList();
    }
}
