package io.careloop.collaboration.process;

import io.careloop.cases.CaseReference;
import io.careloop.collaboration.Collaborations.Outcome.Refused;
import io.careloop.collaboration.Departments;
import io.careloop.collaboration.Question;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Ask department",
        description = "Puts the question of the form to the department that was chosen there.",
        fields = {"departmentText", "questionText"})
class AskDepartmentDelegate implements JavaDelegate {

    private final Departments departments;
    private final ActingUser actingUser;
    private final Refusals refusals;

    AskDepartmentDelegate(Departments departments, ActingUser actingUser, Refusals refusals) {
        this.departments = departments;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = FormInput.of(execution);
        Question question = new Question(
                Objects.toString(input.code("departmentText"), ""), Objects.toString(input.text("questionText"), ""));
        CaseReference reference = CaseReference.of(execution.getProcessBusinessKey());
        if (departments.ask(reference, List.of(question), false, actingUser.id()) instanceof Refused refused) {
            throw refusals.because(refused.code());
        }
    }
}
