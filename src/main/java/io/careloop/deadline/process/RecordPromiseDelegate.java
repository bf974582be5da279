package io.careloop.deadline.process;

import io.careloop.cases.CaseReference;
import io.careloop.deadline.Promises;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record promise",
        description =
                "Keeps what somebody promised to the customer, and until which day; its clock reminds, and lets the case climb when the promise is broken.",
        fields = {"promiseText", "promiseDateText"})
class RecordPromiseDelegate implements JavaDelegate {

    private final Promises promises;
    private final ActingUser actingUser;
    private final Refusals refusals;

    RecordPromiseDelegate(Promises promises, ActingUser actingUser, Refusals refusals) {
        this.promises = promises;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = FormInput.of(execution);
        Promises.Outcome made = promises.make(
                CaseReference.of(execution.getProcessBusinessKey()),
                input.text("promiseText"),
                input.date("promiseDateText"),
                actingUser.id());
        if (made instanceof Promises.Outcome.Refused refused) {
            throw refusals.because(refused.code());
        }
    }
}
