package io.careloop.engine;

import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * Moves timers of process instances. Within a command of the engine, such as a step of a process, instances and timers
 * are looked up once, and what moved is written with the command; the engine's own calls read each timer anew.
 */
@Component
public class InstanceTimers {

    private final ProcessEngineConfigurationImpl engine;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final TransactionMemory<Read> read = new TransactionMemory<>(Read::new);

    /** By job definition: neither ever changes, and the node is not in the job itself. */
    private final Map<String, String> nodes = new ConcurrentHashMap<>();

    InstanceTimers(ProcessEngine engine, RuntimeService runtime, ManagementService jobs) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.runtime = runtime;
        this.jobs = jobs;
    }

    /**
     * The running instance of a diagram of which the business key has but one.
     *
     * @return ids; one, none, or in spite of that several
     */
    public List<String> instancesOf(String process, String businessKey) {
        return inCommand(context -> {
            List<String> known = context.getDbEntityManager().getCachedEntitiesByType(ExecutionEntity.class).stream()
                    .filter(execution -> businessKey.equals(execution.getBusinessKey()))
                    .filter(execution -> isRunning(context.getDbEntityManager(), execution))
                    .filter(execution ->
                            process.equals(execution.getProcessDefinition().getKey()))
                    .map(ExecutionEntity::getId)
                    .toList();
            return known.isEmpty() ? find(process, businessKey) : known;
        });
    }

    private List<String> find(String process, String businessKey) {
        return runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    /** What this command begins is not on file yet. */
    private static boolean isRunning(DbEntityManager entities, ExecutionEntity execution) {
        return execution.isProcessInstanceExecution()
                && !execution.isEnded()
                && entities.getDbEntityCache().getCachedEntity(execution).getEntityState() == DbEntityState.PERSISTENT;
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

    /** Looks up the timers of many instances at once, for moves within the same command. */
    public void prepare(Collection<String> instances) {
        inCommand(context -> {
            Map<String, List<TimerEntity>> known = knownIn(context);
            instances.forEach(instance -> known.put(instance, List.of()));
            jobs.createJobQuery().processInstanceIds(Set.copyOf(instances)).timers().list().stream()
                    .map(TimerEntity.class::cast)
                    .forEach(timer -> known.merge(timer.getProcessInstanceId(), List.of(timer), InstanceTimers::both));
            return null;
        });
    }

    private static List<TimerEntity> both(List<TimerEntity> some, List<TimerEntity> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private List<TimerEntity> timersOf(CommandContext context, String instance) {
        return knownIn(context)
                .computeIfAbsent(
                        instance,
                        id -> context.getJobManager().findJobsByProcessInstanceId(id).stream()
                                .filter(TimerEntity.class::isInstance)
                                .map(TimerEntity.class::cast)
                                .toList());
    }

    /** What an earlier command has read is not written by this one. */
    private Map<String, List<TimerEntity>> knownIn(CommandContext context) {
        Read known = read.get();
        if (known.context != context) {
            known.context = context;
            known.timers.clear();
        }
        return known.timers;
    }

    private String nodeOf(CommandContext context, JobEntity timer) {
        return nodes.computeIfAbsent(
                timer.getJobDefinitionId(),
                id -> context.getJobDefinitionManager().findById(id).getActivityId());
    }

    private <T> T inCommand(Command<T> command) {
        return engine.getCommandExecutorTxRequired().execute(command);
    }

    private static final class Read {

        private final Map<String, List<TimerEntity>> timers = new HashMap<>();
        private CommandContext context;
    }
}
