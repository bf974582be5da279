package io.careloop.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.repository.ResourceDefinitionEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;

/** The versions of diagrams, tables and forms that the engine has; mostly the newest of each. */
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

    /** All diagrams and tables, in the order of their keys. */
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

    /** All forms, in the order of their keys, whether or not a task names them. */
    public List<RunningModel> forms() {
        // the engine finds forms by key or by deployment alone
        Set<String> keys = engine.getCommandExecutorTxRequired().execute(RunningModels::keysOfForms);
        return keys.stream().flatMap(key -> find(ModelKind.FORM, key).stream()).toList();
    }

    private static Set<String> keysOfForms(CommandContext context) {
        List<Deployment> deployments = context.runWithoutAuthorization(() -> context.getProcessEngineConfiguration()
                .getRepositoryService()
                .createDeploymentQuery()
                .list());
        return deployments.stream()
                .flatMap(deployment ->
                        context
                                .getCamundaFormDefinitionManager()
                                .findDefinitionsByDeploymentId(deployment.getId())
                                .stream())
                .map(ResourceDefinition::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All versions of a diagram, the newest first. */
    public List<RunningModel> versionsOf(String diagram) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(diagram)
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .map(definition -> of(ModelKind.DIAGRAM, definition))
                .toList();
    }

    /** A file that was deployed together with the model, such as a form that its tasks are bound to. */
    public Optional<byte[]> contentBeside(RunningModel model, ModelKind kind, String key) {
        return repository.getDeploymentResourceNames(model.deploymentId()).stream()
                .filter(name -> ModelKind.of(name).filter(kind::equals).isPresent())
                .map(name -> new ModelFile(name, bytes(repository.getResourceAsStream(model.deploymentId(), name))))
                .filter(file -> ModelReferences.of(file).defines().contains(key))
                .map(ModelFile::content)
                .findFirst();
    }

    /** How this version came into the engine, whether or not its words had been there before. */
    public Origin broughtBy(RunningModel model) {
        return originOf(model.deploymentId());
    }

    /** The file as it was deployed. */
    public byte[] contentOf(RunningModel model) {
        return bytes(repository.getResourceAsStream(model.deploymentId(), model.resourceName()));
    }

    /** How these words came into the engine: a release carries on what an owner deployed before. */
    public Origin originOf(RunningModel model) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            ResourceDefinitionEntity<?> first = entityOf(context, model);
            ResourceDefinitionEntity<?> before = before(context, model.kind(), first);
            byte[] content = contentOf(model);
            while (before != null && Arrays.equals(content, contentOf(of(model.kind(), before)))) {
                first = before;
                before = before(context, model.kind(), first);
            }
            return originOf(first.getDeploymentId());
        });
    }

    /** The version before; null if there is none. */
    private static ResourceDefinitionEntity<?> before(
            CommandContext context, ModelKind kind, ResourceDefinitionEntity<?> definition) {
        if (kind != ModelKind.FORM) {
            return definition.getPreviousDefinition();
        }
        // of forms the engine does not know it, and some may have been deleted
        ResourceDefinitionEntity<?> found = null;
        for (int version = definition.getVersion() - 1; version > 0 && found == null; version--) {
            found = context.getCamundaFormDefinitionManager()
                    .findDefinitionByKeyVersionAndTenantId(definition.getKey(), version, null);
        }
        return found;
    }

    private Origin originOf(String deployment) {
        Deployment found =
                repository.createDeploymentQuery().deploymentId(deployment).singleResult();
        String user = engine
                .getHistoryService()
                .createUserOperationLogQuery()
                .deploymentId(deployment)
                .operationType(UserOperationLogEntry.OPERATION_TYPE_CREATE)
                .list()
                .stream()
                .map(UserOperationLogEntry::getUserId)
                .findFirst()
                .orElse(null);
        return new Origin(user, found.getDeploymentTime().toInstant(), found.getSource());
    }

    private static ResourceDefinitionEntity<?> entityOf(CommandContext context, RunningModel model) {
        return switch (model.kind()) {
            case DIAGRAM -> context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(model.key());
            case TABLE -> context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(model.key());
            case FORM -> context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(model.key());
            case CASE_DIAGRAM -> throw new IllegalArgumentException("No case diagram runs here");
        };
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
