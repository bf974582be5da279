package io.careloop.collaboration.process;

import io.careloop.collaboration.Branches;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record clarification",
        description = "Keeps what the owner answers to the department.",
        fields = "wordsText",
        reads = CollaborationModel.Variable.BRANCH_ID)
class RecordClarificationDelegate implements JavaDelegate {

    private final Branches branches;
    private final ActingUser actingUser;
    private final Refusals refusals;

    RecordClarificationDelegate(Branches branches, ActingUser actingUser, Refusals refusals) {
        this.branches = branches;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        branches.clarify(
                        (Long) execution.getVariable(CollaborationModel.Variable.BRANCH_ID),
                        FormInput.of(execution).text("wordsText"),
                        actingUser.id())
                .ifPresent(code -> {
                    throw refusals.because(code);
                });
    }
}
