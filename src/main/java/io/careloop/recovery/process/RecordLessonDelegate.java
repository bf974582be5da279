package io.careloop.recovery.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import io.careloop.recovery.Learning;
import io.careloop.recovery.process.RecoveryModel.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record lesson",
        description = "Keeps what is learnt from an error, in nobody’s name.",
        fields = "lessonText",
        reads = Variable.LEARNING)
class RecordLessonDelegate implements JavaDelegate {

    private final Learning learning;
    private final Refusals refusals;

    RecordLessonDelegate(Learning learning, Refusals refusals) {
        this.learning = learning;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        learning.learnt(
                        (Long) execution.getVariable(Variable.LEARNING),
                        CaseReference.of(execution.getProcessBusinessKey()),
                        FormInput.of(execution).text("lessonText"))
                .ifPresent(code -> {
                    throw refusals.because(code);
                });
    }
}
