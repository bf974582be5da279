package io.careloop.resolution.process;

import io.careloop.cases.CaseFile;
import io.careloop.cases.CaseFiles;
import io.careloop.cases.CaseReference;
import io.careloop.cases.Channel;
import io.careloop.deadline.CaseDeadlines;
import io.careloop.deadline.Deadlines;
import io.careloop.engine.OneCommand;
import io.careloop.resolution.CaseEnding;
import io.careloop.resolution.OpenQuestion;
import io.careloop.resolution.Patience;
import io.careloop.resolution.Questions;
import io.careloop.resolution.Returns;
import io.careloop.resolution.ServiceRequests;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class CamundaServiceRequests implements ServiceRequests {

    private final RuntimeService runtime;
    private final OneCommand engine;
    private final CaseFiles cases;
    private final Questions questions;
    private final CaseEnding ending;
    private final Returns returns;
    private final Patience patience;
    private final Deadlines deadlines;

    CamundaServiceRequests(
            RuntimeService runtime,
            OneCommand engine,
            CaseFiles cases,
            Questions questions,
            CaseEnding ending,
            Returns returns,
            Patience patience,
            Deadlines deadlines) {
        this.runtime = runtime;
        this.engine = engine;
        this.cases = cases;
        this.questions = questions;
        this.ending = ending;
        this.returns = returns;
        this.patience = patience;
        this.deadlines = deadlines;
    }

    void start(CaseReference reference) {
        runtime.startProcessInstanceByKey(
                ResolutionModel.SERVICE_REQUEST,
                reference.value(),
                variables(cases.get(reference), deadlines.start(reference))
                        .putValue(ResolutionModel.Variable.CLAIM_BY, Date.from(patience.claimBy())));
    }

    void customerWrote(CaseReference reference) {
        runtime.startProcessInstanceByKey(
                ResolutionModel.CUSTOMER_MESSAGE,
                reference.value(),
                Variables.createVariables()
                        .putValue(ResolutionModel.Variable.REFERENCE, reference.value())
                        .putValue(
                                ResolutionModel.Variable.OWNER,
                                cases.get(reference).owner())
                        .putValue(ResolutionModel.Variable.READ_DUE, Date.from(patience.readBy())));
    }

    void ownerChanged(CaseReference reference, String owner) {
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .list()
                .forEach(instance -> runtime.setVariable(instance.getId(), ResolutionModel.Variable.OWNER, owner));
    }

    @Override
    public Optional<OpenQuestion> openQuestion(CaseReference reference) {
        return questions.open(reference);
    }

    /** What follows from the answer, such as a promise that is watched, is written with the step of the process. */
    @Override
    @Transactional
    public Outcome answer(CaseReference reference, boolean accepted, String reason, Channel channel, String actor) {
        return engine.ask(() -> {
            if (questions.answer(reference, accepted, reason, channel, actor)
                    instanceof Questions.Answer.Refused refused) {
                return new Outcome.Refused(refused.code());
            }
            runtime.createMessageCorrelation(ResolutionModel.Message.CUSTOMER_ANSWERED)
                    .processInstanceBusinessKey(reference.value())
                    .setVariable(ResolutionModel.Variable.ACCEPTED, accepted)
                    .correlate();
            return new Outcome.Done(reference);
        });
    }

    @Override
    @Transactional
    public Outcome withdraw(CaseReference reference, String actor) {
        if (cases.get(reference).status().isOver()) {
            return new Outcome.Refused("already-over");
        }
        cases.beingWithdrawn(reference);
        runtime.createMessageCorrelation(ResolutionModel.Message.REQUEST_WITHDRAWN)
                .processInstanceBusinessKey(reference.value())
                .setVariable(ResolutionModel.Variable.WITHDRAWN_BY, actor)
                .correlate();
        return new Outcome.Done(reference);
    }

    @Override
    @Transactional
    public Outcome reopen(CaseReference reference, String reason, Channel channel, String actor) {
        Returns.Judgement judgement = returns.judge(reference, reason);
        if (judgement instanceof Returns.Judgement.Refused refused) {
            return new Outcome.Refused(refused.code());
        }
        if (judgement instanceof Returns.Judgement.TooLate) {
            return new Outcome.Done(returns.goOnAsAnother(reference, reason, channel));
        }
        return takeUpAgain(reference, reason, actor);
    }

    private Outcome takeUpAgain(CaseReference reference, String reason, String actor) {
        ending.takeUpAgain(reference, actor, reason);
        CaseFile file = cases.get(reference);
        CaseDeadlines clocks = deadlines.of(reference).orElseThrow();
        VariableMap variables = variables(file, clocks)
                .putValue(ResolutionModel.Variable.CATEGORY, file.category())
                .putValue(ResolutionModel.Variable.TEAM, file.team());
        runtime.createMessageCorrelation(ResolutionModel.Message.CASE_REOPENED)
                .processInstanceBusinessKey(reference.value())
                .setVariables(variables)
                .correlateStartMessage();
        return new Outcome.Done(reference);
    }

    private static VariableMap variables(CaseFile file, CaseDeadlines clocks) {
        return Variables.createVariables()
                .putValue(ResolutionModel.Variable.REFERENCE, file.reference().value())
                .putValue(ResolutionModel.Variable.OWNER, file.owner())
                .putValue(
                        ResolutionModel.Variable.FIRST_RESPONSE_DUE,
                        Date.from(clocks.firstResponse().dueAt()))
                .putValue(
                        ResolutionModel.Variable.FIRST_RESPONSE_NOTICE,
                        Date.from(clocks.firstResponse().timerAt()))
                .putValue(
                        ResolutionModel.Variable.RESOLUTION_DUE,
                        Date.from(clocks.resolution().dueAt()))
                .putValue(
                        ResolutionModel.Variable.RESOLUTION_NOTICE,
                        Date.from(clocks.resolution().timerAt()))
                .putValue(ResolutionModel.Variable.SILENCE_NOTICE, Date.from(clocks.silenceNotice()));
    }
}
