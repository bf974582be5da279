package io.careloop.modeling.replay;

import io.careloop.engine.DiagramNames;
import io.careloop.engine.sandbox.Sandbox;
import io.careloop.engine.sandbox.UnplayableDiagramException;
import io.careloop.insight.DeployedModels;
import io.careloop.insight.RecordedWays;
import io.careloop.modeling.replay.ReplayJob.Period;
import org.springframework.stereotype.Component;

/** Prepares the play of past cases through changed diagrams. */
@Component
class DiagramTrials {

    private final RecordedWays recorded;
    private final DeployedModels models;
    private final DescribedCalls calls;
    private final ReplayRunner runner;
    private final DiagramNames names;
    private final ReplayRules rules = ReplayRules.ofRelease();

    DiagramTrials(
            RecordedWays recorded,
            DeployedModels models,
            DescribedCalls calls,
            ReplayRunner runner,
            DiagramNames names) {
        this.recorded = recorded;
        this.models = models;
        this.calls = calls;
        this.runner = runner;
        this.names = names;
    }

    /** @param key of the diagram in the file */
    ReplayJob job(String key, byte[] file, Period period) {
        return new DiagramJob(
                recorded,
                () -> new Sandbox(names),
                sandbox -> comparison(sandbox, key, file),
                runner.workers(),
                key,
                period);
    }

    private DiagramComparison comparison(Sandbox sandbox, String key, byte[] file) {
        try {
            DrawnDiagram changed = DrawnDiagram.of(file, sandbox.read(key, file));
            return new DiagramComparison(sandbox, models, calls, rules, key, changed);
        } catch (UnplayableDiagramException e) {
            throw new IllegalStateException(e);
        }
    }
}
