package io.careloop.engine;

import java.util.Collections;
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
            checkTenant(deployment);
            check(deployment);
            completion.complete(deployment);
        }
    }

    /** Everything here is looked up by its key alone; two of one key would stop every new case. */
    private void checkTenant(DeploymentEntity deployment) {
        if (deployment.getTenantId() != null) {
            String file = deployment.getResources().keySet().stream()
                    .sorted()
                    .findFirst()
                    .orElse("");
            throw RefusedDeployment.because(
                    List.of(new ModelFinding(
                            ModelFinding.Weight.FAULT, file, "", "", "tenant", List.of(deployment.getTenantId()))),
                    words);
        }
    }

    private static boolean definesTheSame(ModelFile file, ModelFile other) {
        return file.kind().equals(other.kind())
                && !Collections.disjoint(
                        ModelReferences.of(file).defines(),
                        ModelReferences.of(other).defines());
    }

    private void check(DeploymentEntity deployment) {
        List<ModelFile> all = deployment.getResources().values().stream()
                .map(resource -> new ModelFile(resource.getName(), resource.getBytes()))
                .toList();
        List<ModelFile> files = all.stream()
                .filter(file -> file.kind().isEmpty()
                        || !running.getObject().runs(file)
                        || all.stream().anyMatch(other -> other != file && definesTheSame(file, other)))
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
