package io.careloop.followup.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import io.careloop.followup.Feedback;
import io.careloop.followup.FollowUpCalls;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record call",
        description = "Keeps what came of the call, and the word of the customer if they said it.",
        fields = {"outcomeText", "wordText", "noteText"},
        outputs = {
            @DiagramOutput(name = FollowupModel.Variable.REACHED, description = "whether the customer was reached"),
            @DiagramOutput(name = FollowupModel.Variable.ANOTHER_TRY, description = "whether there is another call"),
            @DiagramOutput(name = FollowupModel.Variable.SOLVED, description = "whether the problem stayed solved"),
            @DiagramOutput(
                    name = FollowupModel.Variable.WORD_GIVEN,
                    description = "whether the customer has given a word")
        })
class RecordCallDelegate implements JavaDelegate {

    private static final String SOLVED = "solved";
    private static final String NOT_SOLVED = "not-solved";
    private static final String NOT_REACHED = "not-reached";

    private final FollowUpCalls calls;
    private final Feedback feedback;
    private final ActingUser actingUser;
    private final Refusals refusals;

    RecordCallDelegate(FollowUpCalls calls, Feedback feedback, ActingUser actingUser, Refusals refusals) {
        this.calls = calls;
        this.feedback = feedback;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = CaseReference.of(execution.getProcessBusinessKey());
        FormInput input = FormInput.of(execution);
        String outcome = outcome(input);
        String word = word(input);
        String note = input.text("noteText");
        if (NOT_SOLVED.equals(outcome) && note == null) {
            throw refusals.because("note-needed");
        }
        boolean reached = !NOT_REACHED.equals(outcome);
        boolean anotherTry = calls.record(reference, reached, SOLVED.equals(outcome), note, actingUser.id());
        if (word != null) {
            feedback.give(reference, word, null, null);
        }
        execution.setVariable(FollowupModel.Variable.REACHED, reached);
        execution.setVariable(FollowupModel.Variable.ANOTHER_TRY, anotherTry);
        // whoever cannot be reached has confirmed the effect before, so the case stays solved
        execution.setVariable(FollowupModel.Variable.SOLVED, !NOT_SOLVED.equals(outcome));
        execution.setVariable(FollowupModel.Variable.WORD_GIVEN, word != null || feedback.isGiven(reference));
    }

    private String outcome(FormInput input) {
        String outcome = input.text("outcomeText");
        if (SOLVED.equals(outcome) || NOT_SOLVED.equals(outcome) || NOT_REACHED.equals(outcome)) {
            return outcome;
        }
        throw refusals.because("outcome-needed");
    }

    private String word(FormInput input) {
        String word = input.text("wordText");
        if (word != null && !Feedback.WORDS.contains(word)) {
            throw refusals.because("word-unknown");
        }
        return word;
    }
}
