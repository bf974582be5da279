package io.careloop.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.IdentityLink;

/** What the guards have to know, read past the rights of the user who calls. */
class EngineReads {

    private static final String CAMUNDA_FORM_KEY = "camunda-forms:";

    private final ProcessEngineConfigurationImpl engine;
    private final ObjectMapper json = new ObjectMapper();

    EngineReads(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    GuardedTask task(String taskId) {
        return read(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            if (task == null) {
                throw new NullValueException("Cannot find task with id " + taskId);
            }
            return new GuardedTask(
                    task.getId(),
                    task.getTaskDefinitionKey(),
                    task.getExecution() == null ? null : task.getExecution().getProcessBusinessKey(),
                    task.getAssignee(),
                    task.getCandidates().stream()
                            .map(IdentityLink::getGroupId)
                            .filter(group -> group != null)
                            .collect(Collectors.toSet()));
        });
    }

    boolean isTask(String taskId) {
        return taskId != null && read(context -> context.getTaskManager().findTaskById(taskId) != null);
    }

    boolean isMemberOfOne(String user, Collection<String> groups) {
        return read(context -> groups.stream()
                .anyMatch(group -> engine.getIdentityService()
                                .createUserQuery()
                                .userId(user)
                                .memberOfGroup(group)
                                .count()
                        > 0));
    }

    FormFields fieldsOfTask(String taskId) {
        return read(context -> fieldsOf(
                engine.getFormService().getTaskFormData(taskId),
                () -> engine.getFormService().getDeployedTaskForm(taskId)));
    }

    FormFields fieldsOfStart(String definitionId) {
        return read(context -> fieldsOf(
                engine.getFormService().getStartFormData(definitionId),
                () -> engine.getFormService().getDeployedStartForm(definitionId)));
    }

    /** Id of the newest version; null if there is none. */
    String newestDefinition(String key) {
        return read(context -> {
            ProcessDefinition definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(key)
                    .latestVersion()
                    .singleResult();
            return definition == null ? null : definition.getId();
        });
    }

    private FormFields fieldsOf(FormData form, Callable<InputStream> deployed) throws Exception {
        if (form == null) {
            return FormFields.none();
        }
        boolean isCamundaForm = form.getCamundaFormRef() != null
                || (form.getFormKey() != null && form.getFormKey().startsWith(CAMUNDA_FORM_KEY));
        if (!isCamundaForm) {
            return FormFields.generated(form.getFormFields());
        }
        try (InputStream content = deployed.call()) {
            return FormFields.of(json.readTree(content));
        }
    }

    private <T> T read(Reading<T> reading) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> {
                    try {
                        return reading.in(context);
                    } catch (IOException e) {
                        throw new ProcessEngineException("The form cannot be read", e);
                    }
                }));
    }

    private interface Reading<T> {
        T in(CommandContext context) throws Exception;
    }
}
