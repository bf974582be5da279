package io.careloop.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.task.Task;

/** What one command of the engine has read of process instances whose timers move; no other command writes it. */
final class KnownInstances {

    private final CommandContext command;

    /** Of business keys that were looked up together. */
    final Map<String, List<ExecutionEntity>> instances = new HashMap<>();

    /** The same, by business key. */
    final Map<String, List<Task>> tasks = new HashMap<>();

    /** By instance and name. */
    final Map<String, Map<String, VariableInstanceEntity>> variables = new HashMap<>();

    private final Map<String, String> keys = new HashMap<>();

    /** By instance. */
    final Map<String, List<TimerEntity>> timers = new HashMap<>();

    KnownInstances(CommandContext command) {
        this.command = command;
    }

    boolean isOf(CommandContext other) {
        return command == other;
    }

    void add(ExecutionEntity instance) {
        instances.get(instance.getBusinessKey()).add(instance);
        keys.put(instance.getId(), instance.getBusinessKey());
        variables.put(instance.getId(), new HashMap<>());
        timers.put(instance.getId(), new ArrayList<>());
    }

    /** Those of scopes within an instance are left out. */
    void add(VariableInstanceEntity variable) {
        if (variable.getProcessInstanceId().equals(variable.getExecutionId())) {
            variables.get(variable.getProcessInstanceId()).put(variable.getName(), variable);
        }
    }

    void add(TimerEntity timer) {
        timers.get(timer.getProcessInstanceId()).add(timer);
    }

    void add(Task task) {
        tasks.get(keys.get(task.getProcessInstanceId())).add(task);
    }

    /** What is looked up now: empty until something is found. */
    void expect(String businessKey) {
        instances.put(businessKey, new ArrayList<>());
        tasks.put(businessKey, new ArrayList<>());
    }

    /** Null if the instance has no such variable. */
    Object valueOf(String instance, String variable) {
        VariableInstanceEntity found = variables.get(instance).get(variable);
        return found == null ? null : found.getTypedValue().getValue();
    }
}
