package io.careloop.engine;

import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceHistoryListener;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceSequenceCounterListener;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Moves timers of process instances, with the variables that they are read from. Within a command of the engine, such as
 * a step of a process, each is looked up once, or many together, and what moved is written with the command; the engine's
 * own calls read each timer and variable anew. Nobody's rights are asked for: that is the caller's concern.
 */
@Component
public class InstanceTimers {

    private final ProcessEngineConfigurationImpl engine;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final TaskService tasks;
    private final HistoryService history;
    private final TransactionMemory<AtomicReference<KnownInstances>> known =
            new TransactionMemory<>(AtomicReference::new);

    /** By job definition: neither ever changes, and the node is not in the job itself. */
    private final Map<String, String> nodes = new ConcurrentHashMap<>();

    InstanceTimers(
            ProcessEngine engine,
            RuntimeService runtime,
            ManagementService jobs,
            TaskService tasks,
            HistoryService history) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.runtime = runtime;
        this.jobs = jobs;
        this.tasks = tasks;
        this.history = history;
    }

    /**
     * The running instance of a diagram of which the business key has but one.
     *
     * @return ids; one, none, or in spite of that several
     */
    public List<String> instancesOf(String process, String businessKey) {
        return inCommand(context -> {
            List<ExecutionEntity> prepared = knownIn(context).instances.get(businessKey);
            List<String> here = (prepared != null ? prepared : atWork(context, businessKey))
                    .stream()
                            .filter(instance -> process.equals(
                                    instance.getProcessDefinition().getKey()))
                            .map(ExecutionEntity::getId)
                            .toList();
            return prepared != null || !here.isEmpty() ? here : find(process, businessKey);
        });
    }

    /** Those of several instances of a diagram in which a variable has the value. */
    public List<String> instancesOf(String process, String businessKey, String variable, String value) {
        return inCommand(context -> {
            KnownInstances here = knownIn(context);
            return here.instances.containsKey(businessKey)
                    ? instancesOf(process, businessKey).stream()
                            .filter(instance -> value.equals(here.valueOf(instance, variable)))
                            .toList()
                    : ids(runtime.createProcessInstanceQuery()
                            .processDefinitionKey(process)
                            .processInstanceBusinessKey(businessKey)
                            .variableValueEquals(variable, value)
                            .list());
        });
    }

    private List<String> find(String process, String businessKey) {
        return ids(runtime.createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .list());
    }

    private static List<String> ids(List<ProcessInstance> instances) {
        return instances.stream().map(ProcessInstance::getId).toList();
    }

    /** Those that the command has read already. What it begins is not on file yet. */
    private static List<ExecutionEntity> atWork(CommandContext context, String businessKey) {
        DbEntityManager entities = context.getDbEntityManager();
        return entities.getCachedEntitiesByType(ExecutionEntity.class).stream()
                .filter(execution -> businessKey.equals(execution.getBusinessKey()))
                .filter(execution -> execution.isProcessInstanceExecution() && !execution.isEnded())
                .filter(execution ->
                        entities.getDbEntityCache().getCachedEntity(execution).getEntityState()
                                == DbEntityState.PERSISTENT)
                .toList();
    }

    /** @param due by id of the timer's node; timers of others stay */
    public void move(String instance, Map<String, Date> due) {
        inCommand(context -> {
            for (TimerEntity timer : timersOf(context, instance)) {
                Date at = due.get(nodeOf(context, timer));
                if (at != null && !at.equals(timer.getDuedate())) {
                    timer.setDuedate(at);
                }
            }
            return null;
        });
    }

    /** Gives variables of an instance other values. */
    public void set(String instance, Map<String, Date> variables) {
        inCommand(context -> {
            Map<String, VariableInstanceEntity> here =
                    knownIn(context).variables.getOrDefault(instance, Map.of());
            if (here.keySet().containsAll(variables.keySet())) {
                ExecutionEntity execution = context.getExecutionManager().findExecutionById(instance);
                variables.forEach((name, value) -> set(here.get(name), value, execution));
            } else {
                runtime.setVariables(instance, variables);
            }
            return null;
        });
    }

    /** As the engine does it with variables that it has to read first. */
    private static void set(VariableInstanceEntity variable, Date value, ExecutionEntity execution) {
        variable.setValue(Variables.dateValue(value));
        VariableInstanceSequenceCounterListener.INSTANCE.onUpdate(variable, execution);
        VariableInstanceHistoryListener.INSTANCE.onUpdate(variable, execution);
    }

    /** The open tasks of all instances with the key. */
    public List<Task> tasksOf(String businessKey) {
        return inCommand(context -> {
            List<Task> here = knownIn(context).tasks.get(businessKey);
            return here != null
                    ? here
                    : tasks.createTaskQuery()
                            .processInstanceBusinessKey(businessKey)
                            .list();
        });
    }

    /** Looks up all of this for many business keys at once; of use to calls within the same command only. */
    public void prepare(Collection<String> businessKeys) {
        inCommand(context -> {
            KnownInstances here = knownIn(context);
            businessKeys.forEach(here::expect);
            Set<String> instances = history
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKeyIn(businessKeys.toArray(String[]::new))
                    .unfinished()
                    .list()
                    .stream()
                    .map(HistoricProcessInstance::getId)
                    .collect(Collectors.toSet());
            if (!instances.isEmpty()) {
                read(here, instances);
            }
            return null;
        });
    }

    private void read(KnownInstances here, Set<String> instances) {
        String[] ids = instances.toArray(String[]::new);
        runtime.createProcessInstanceQuery()
                .processInstanceIds(instances)
                .list()
                .forEach(instance -> here.add((ExecutionEntity) instance));
        runtime.createVariableInstanceQuery()
                .processInstanceIdIn(ids)
                .disableBinaryFetching()
                .disableCustomObjectDeserialization()
                .list()
                .forEach(variable -> here.add((VariableInstanceEntity) variable));
        jobs.createJobQuery()
                .processInstanceIds(instances)
                .timers()
                .list()
                .forEach(timer -> here.add((TimerEntity) timer));
        tasks.createTaskQuery().processInstanceIdIn(ids).list().forEach(here::add);
        // the engine looks up the history of each variable that changes
        history.createHistoricVariableInstanceQuery()
                .processInstanceIdIn(ids)
                .disableBinaryFetching()
                .disableCustomObjectDeserialization()
                .list();
    }

    private List<TimerEntity> timersOf(CommandContext context, String instance) {
        return knownIn(context)
                .timers
                .computeIfAbsent(
                        instance,
                        id -> context.getJobManager().findJobsByProcessInstanceId(id).stream()
                                .filter(TimerEntity.class::isInstance)
                                .map(TimerEntity.class::cast)
                                .toList());
    }

    private KnownInstances knownIn(CommandContext context) {
        return known.get()
                .updateAndGet(before -> before != null && before.isOf(context) ? before : new KnownInstances(context));
    }

    private String nodeOf(CommandContext context, JobEntity timer) {
        return nodes.computeIfAbsent(
                timer.getJobDefinitionId(),
                id -> context.getJobDefinitionManager().findById(id).getActivityId());
    }

    private <T> T inCommand(Command<T> command) {
        return engine.getCommandExecutorTxRequired().execute(command);
    }
}
