package io.careloop.resolution.process;

import io.careloop.cases.CaseReference;
import io.careloop.engine.ActingUser;
import io.careloop.engine.DiagramCall;
import io.careloop.engine.DiagramOutput;
import io.careloop.engine.FormInput;
import io.careloop.engine.Refusals;
import io.careloop.resolution.Analysis;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
@DiagramCall(
        name = "Record analysis",
        description = "Keeps how the problem is understood; an unclear one is put to the customer next.",
        fields = {"problemText", "problemClear"},
        outputs =
                @DiagramOutput(
                        name = ResolutionModel.Variable.PROBLEM_CLEAR,
                        description = "whether the problem is clear"))
class RecordAnalysisDelegate implements JavaDelegate {

    private final Analysis analysis;
    private final ActingUser actingUser;
    private final Refusals refusals;

    RecordAnalysisDelegate(Analysis analysis, ActingUser actingUser, Refusals refusals) {
        this.analysis = analysis;
        this.actingUser = actingUser;
        this.refusals = refusals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = FormInput.of(execution);
        String problem = input.text("problemText");
        boolean clear = input.isSet(ResolutionModel.Variable.PROBLEM_CLEAR);
        analysis.record(CaseReference.of(execution.getProcessBusinessKey()), problem, clear, actingUser.id())
                .ifPresent(code -> {
                    throw refusals.because(code);
                });
        execution.setVariable(ResolutionModel.Variable.PROBLEM_CLEAR, clear);
    }
}
