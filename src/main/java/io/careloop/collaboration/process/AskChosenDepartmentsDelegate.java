package io.careloop.collaboration.process;

import io.careloop.cases.CaseReference;
import io.careloop.collaboration.Collaborations.Outcome;
import io.careloop.collaboration.Department;
import io.careloop.collaboration.Departments;
import io.careloop.collaboration.Question;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Ask chosen departments",
        description =
                "Asks each department for which the form has a question, and leaves out those whose field is empty.",
        fields = {
            "technologyQuestionText",
            "logisticsQuestionText",
            "billingQuestionText",
            "productQuestionText",
            "legalQuestionText",
            "qualityQuestionText",
            "expertsQuestionText"
        })
class AskChosenDepartmentsDelegate implements JavaDelegate {

    private static final String FIELD = "QuestionText";

    private final Departments departments;
    private final ActingUser actingUser;
    private final Refusals refusals;

    AskChosenDepartmentsDelegate(Departments departments, ActingUser actingUser, Refusals refusals) {
        this.departments = departments;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = FormInput.of(execution);
        List<Question> questions = Department.ALL.stream()
                .map(department -> new Question(department, input.text(department + FIELD)))
                .filter(question -> !question.text().isEmpty())
                .toList();
        CaseReference reference = CaseReference.of(execution.getProcessBusinessKey());
        if (departments.ask(reference, questions, false, actingUser.id()) instanceof Outcome.Refused refused) {
            throw refusals.because(refused.code());
        }
    }
}
