package io.careloop.deadline.process;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.Silences;
import io.careloop.deadline.Silences.Answer;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Says in {@code silenceAnswer} how a silence is broken, {@code notice}, {@code task}, or {@code none} if it need not be any
 * longer, and in {@code answerDue} by when a person has to write.
 */
@Component
@DiagramCall(
        name = "Choose answer to silence",
        description = "Looks up in the table of silence who writes to a customer who has heard nothing, and by when.",
        outputs = {
            @DiagramOutput(name = DeadlineModel.SILENCE_ANSWER, description = "notice, task, or none"),
            @DiagramOutput(name = DeadlineModel.ANSWER_DUE, description = "by when a person has to write")
        })
class ChooseAnswerDelegate implements JavaDelegate {

    private static final String NONE = "none";

    private final Silences silences;

    ChooseAnswerDelegate(Silences silences) {
        this.silences = silences;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<Answer> answer = silences.answer(CaseReference.of(execution.getProcessBusinessKey()));
        execution.setVariable(
                DeadlineModel.SILENCE_ANSWER,
                answer.map(found -> found.by().name().toLowerCase(Locale.ROOT)).orElse(NONE));
        answer.ifPresent(found -> execution.setVariable(DeadlineModel.ANSWER_DUE, Date.from(found.due())));
    }
}
