package io.careloop.engine;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Adds the {@link TaskFormFacts} to the variables that a task's form asks for. The command itself refuses whoever may
 * not read the task, so nobody else comes as far as the facts. A fact wins over a process variable of the same name:
 * what a form shows of a case cannot be overwritten by what somebody submits.
 */
class TaskFormFactsInterceptor extends CommandInterceptor {

    private final ObjectProvider<TaskFormFacts> facts;
    private final ObjectProvider<Restrictions> restrictions;

    TaskFormFactsInterceptor(ObjectProvider<TaskFormFacts> facts, ObjectProvider<Restrictions> restrictions) {
        this.facts = facts;
        this.restrictions = restrictions;
    }

    @Override
    public <T> T execute(Command<T> command) {
        T result = next.execute(command);
        if (command instanceof GetTaskFormVariablesCmd asked) {
            add((VariableMap) result, asked);
        }
        return result;
    }

    private void add(VariableMap variables, GetTaskFormVariablesCmd asked) {
        TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(asked.resourceId);
        if (task.getExecution() == null) {
            return;
        }
        String businessKey = task.getExecution().getProcessBusinessKey();
        if (businessKey == null || isClosedToCaller(businessKey)) {
            return;
        }
        String form = formOf(task);
        facts.orderedStream()
                .map(module -> module.factsFor(businessKey, form, task::getVariable))
                .forEach(known -> put(variables, known, asked.formVariableNames));
    }

    /** Whoever repairs the engine may read all tasks in it, and not the words of a restricted case. */
    private boolean isClosedToCaller(String businessKey) {
        String user = Context.getCommandContext().getAuthenticatedUserId();
        return user != null
                && restrictions.stream()
                        .flatMap(known -> known.circleOf(businessKey).stream())
                        .anyMatch(circle -> !circle.admitsUser(user));
    }

    private static void put(VariableMap variables, Map<String, Object> known, Collection<String> wanted) {
        known.forEach((key, value) -> {
            if (wanted == null || wanted.contains(key)) {
                variables.put(key, typed(value));
            }
        });
    }

    /** With its type, which the REST API tells; Tasklist submits by it. */
    private static TypedValue typed(Object value) {
        if (value instanceof Boolean flag) {
            return Variables.booleanValue(flag);
        }
        if (value instanceof Integer number) {
            return Variables.integerValue(number);
        }
        return value instanceof Long number
                ? Variables.longValue(number)
                : Variables.stringValue(Objects.toString(value, null));
    }

    private static String formOf(TaskEntity task) {
        task.initializeFormKey();
        return task.getCamundaFormRef() == null
                ? Objects.toString(task.getFormKey(), "")
                : task.getCamundaFormRef().getKey();
    }
}
