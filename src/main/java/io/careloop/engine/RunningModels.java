package io.careloop.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;

/** The newest version of each diagram, table and form that the engine has. */
@Component
class RunningModels {

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;

    RunningModels(RepositoryService repository, ProcessEngineConfigurationImpl engine) {
        this.repository = repository;
        this.engine = engine;
    }

    /** Its content as it was deployed; empty if the engine has none. */
    Optional<byte[]> contentOf(ModelFile file) {
        return Optional.ofNullable(definitionOf(file))
                .map(definition ->
                        repository.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName()))
                .map(RunningModels::bytes);
    }

    private ResourceDefinition definitionOf(ModelFile file) {
        return switch (file.type()) {
            case "bpmn" ->
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(file.key())
                        .latestVersion()
                        .singleResult();
            case "dmn" ->
                repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(file.key())
                        .latestVersion()
                        .singleResult();
            // there is no public query for forms
            default ->
                engine.getCommandExecutorTxRequired()
                        .execute(context ->
                                context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(file.key()));
        };
    }

    private static byte[] bytes(InputStream stream) {
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
