package io.careloop.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Comes before the engine's own deployers, and so on every road to it: has the models checked, then adds what a diagram
 * needs beside it. What runs already in the same words is not checked again.
 */
@Component
class CheckingDeployer implements Deployer {

    private final ObjectProvider<ModelInspection> inspection;
    private final ObjectProvider<RunningModels> running;
    private final DeploymentCompletion completion;
    private final FindingWords words;

    CheckingDeployer(
            ObjectProvider<ModelInspection> inspection,
            ObjectProvider<RunningModels> running,
            DeploymentCompletion completion,
            FindingWords words) {
        this.inspection = inspection;
        this.running = running;
        this.completion = completion;
        this.words = words;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        // the engine comes here as well to load again what was deployed long ago
        if (deployment.isNew()) {
            check(deployment);
            completion.complete(deployment);
        }
    }

    private void check(DeploymentEntity deployment) {
        List<ModelFile> files = deployment.getResources().values().stream()
                .map(resource -> new ModelFile(resource.getName(), resource.getBytes()))
                .filter(file -> file.kind().isPresent())
                .filter(file -> !running.getObject().runs(file))
                .toList();
        if (files.isEmpty()) {
            return;
        }
        List<ModelFinding> findings = inspection.getObject().inspect(files);
        if (findings.stream().anyMatch(ModelFinding::isFault)) {
            throw RefusedDeployment.because(findings, words);
        }
    }
}
