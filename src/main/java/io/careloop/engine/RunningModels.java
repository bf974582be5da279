package io.careloop.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;

/** The newest version of each diagram, table and form that the engine has. */
@Component
public class RunningModels {

    private final RepositoryService repository;
    private final ProcessEngineConfigurationImpl engine;

    RunningModels(RepositoryService repository, ProcessEngineConfigurationImpl engine) {
        this.repository = repository;
        this.engine = engine;
    }

    public Optional<RunningModel> find(ModelKind kind, String key) {
        return Optional.ofNullable(definitionOf(kind, key)).map(definition -> of(kind, definition));
    }

    /** All diagrams and tables, in the order of their keys; forms are found through the tasks that name them. */
    public List<RunningModel> diagramsAndTables() {
        return Stream.concat(
                        repository
                                .createProcessDefinitionQuery()
                                .latestVersion()
                                .orderByProcessDefinitionKey()
                                .asc()
                                .list()
                                .stream()
                                .map(definition -> of(ModelKind.DIAGRAM, definition)),
                        repository
                                .createDecisionDefinitionQuery()
                                .latestVersion()
                                .orderByDecisionDefinitionKey()
                                .asc()
                                .list()
                                .stream()
                                .map(definition -> of(ModelKind.TABLE, definition)))
                .toList();
    }

    /** The file as it was deployed. */
    public byte[] contentOf(RunningModel model) {
        return bytes(repository.getResourceAsStream(model.deploymentId(), model.resourceName()));
    }

    Optional<byte[]> contentOf(ModelFile file) {
        return find(file.kind().orElseThrow(), file.key()).map(this::contentOf);
    }

    /** Whether all that the file defines runs in exactly its words. */
    boolean runs(ModelFile file) {
        List<String> keys = ModelReferences.of(file).defines();
        return !keys.isEmpty()
                && keys.stream()
                        .allMatch(key -> find(file.kind().orElseThrow(), key)
                                .filter(model -> Arrays.equals(contentOf(model), file.content()))
                                .isPresent());
    }

    private ResourceDefinition definitionOf(ModelKind kind, String key) {
        return switch (kind) {
            case DIAGRAM ->
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult();
            case TABLE ->
                repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .latestVersion()
                        .singleResult();
            // there is no public query for forms
            case FORM ->
                engine.getCommandExecutorTxRequired()
                        .execute(context ->
                                context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key));
            case CASE_DIAGRAM -> null;
        };
    }

    private static RunningModel of(ModelKind kind, ResourceDefinition definition) {
        return new RunningModel(
                kind,
                definition.getKey(),
                // the engine keeps no name for forms
                kind == ModelKind.FORM ? null : definition.getName(),
                definition.getVersion(),
                definition.getDeploymentId(),
                definition.getResourceName());
    }

    private static byte[] bytes(InputStream stream) {
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
