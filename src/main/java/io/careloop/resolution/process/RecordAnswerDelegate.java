package io.careloop.resolution.process;

import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import io.careloop.resolution.Patience;
import io.careloop.resolution.Questions;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record answer",
        description =
                "Keeps the answer that somebody got from the customer, or waits on when they could not be reached.",
        fields = {"answerText", "reasonText"},
        outputs = {
            @DiagramOutput(name = ResolutionModel.Variable.ANSWER_OBTAINED, description = "whether there is an answer"),
            @DiagramOutput(name = ResolutionModel.Variable.PERSON_DUE, description = "until when to try again"),
            @DiagramOutput(name = ResolutionModel.Variable.ACCEPTED, description = "whether the customer said yes")
        })
class RecordAnswerDelegate implements JavaDelegate {

    private final Questions questions;
    private final Patience patience;
    private final ActingUser actingUser;
    private final Refusals refusals;

    RecordAnswerDelegate(Questions questions, Patience patience, ActingUser actingUser, Refusals refusals) {
        this.questions = questions;
        this.patience = patience;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = FormInput.of(execution);
        String answer = input.text("answerText");
        String reason = input.text("reasonText");
        boolean obtained = !"none".equals(answer);
        execution.setVariable(ResolutionModel.Variable.ANSWER_OBTAINED, obtained);
        if (!obtained) {
            execution.setVariable(ResolutionModel.Variable.PERSON_DUE, Date.from(patience.personAfterReminder()));
            return;
        }
        boolean accepted = accepted(answer);
        Questions.Answer taken = questions.answer(
                CaseReference.of(execution.getProcessBusinessKey()), accepted, reason, Channel.PHONE, actingUser.id());
        if (taken instanceof Questions.Answer.Refused refused) {
            throw refusals.because(refused.code());
        }
        execution.setVariable(ResolutionModel.Variable.ACCEPTED, accepted);
    }

    private boolean accepted(String answer) {
        if ("yes".equals(answer) || "no".equals(answer)) {
            return "yes".equals(answer);
        }
        throw refusals.because("answer-needed");
    }
}
