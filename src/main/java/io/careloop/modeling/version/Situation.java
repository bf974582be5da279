package io.careloop.modeling.version;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.engine.task.Task;

/**
 * Where a process instance stands, and what is due in it.
 *
 * @param nodes ids of the nodes that it waits at
 * @param due   by id of the task or the timer
 */
record Situation(List<String> nodes, Map<String, Due> due) {

    /** @param at null for a task without due date */
    record Due(String node, boolean isTimer, Instant at) {}

    static Situation of(String instance, ProcessEngine engine) {
        Map<String, Due> due = new LinkedHashMap<>();
        for (Task task : engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .list()) {
            due.put(task.getId(), new Due(task.getTaskDefinitionKey(), false, at(task.getDueDate())));
        }
        for (Job timer : engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .timers()
                .list()) {
            due.put(timer.getId(), new Due(nodeOf(timer, engine), true, at(timer.getDuedate())));
        }
        List<String> nodes = new ArrayList<>();
        collect(engine.getRuntimeService().getActivityInstance(instance), nodes);
        return new Situation(nodes.stream().distinct().toList(), due);
    }

    private static String nodeOf(Job timer, ProcessEngine engine) {
        JobDefinition definition = engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult();
        return definition.getActivityId();
    }

    private static void collect(ActivityInstance instance, List<String> nodes) {
        for (TransitionInstance waiting : instance.getChildTransitionInstances()) {
            nodes.add(waiting.getActivityId());
        }
        for (ActivityInstance child : instance.getChildActivityInstances()) {
            if (Stream.of(child.getChildActivityInstances(), child.getChildTransitionInstances())
                    .allMatch(inside -> inside.length == 0)) {
                nodes.add(child.getActivityId());
            }
            collect(child, nodes);
        }
    }

    private static Instant at(Date date) {
        return date == null ? null : date.toInstant();
    }
}
