package io.careloop.cases.process;

import io.careloop.cases.CaseHelp;
import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseTasks;
import io.careloop.cases.OpenTask;
import io.careloop.cases.Reader;
import io.careloop.engine.SystemCalls;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads the tasks of all process instances that carry the reference as their business key. */
@Component
class EngineCaseTasks implements CaseTasks {

    private static final int LATEST_TASKS = 2000;

    private final TaskService tasks;
    private final HistoryService history;
    private final SystemCalls system;
    private final ObjectProvider<CaseHelp> helpers;

    EngineCaseTasks(TaskService tasks, HistoryService history, SystemCalls system, ObjectProvider<CaseHelp> helpers) {
        this.tasks = tasks;
        this.history = history;
        this.system = system;
        this.helpers = helpers;
    }

    @Override
    public List<OpenTask> openTasksOf(CaseReference reference) {
        return system.ask(() -> tasks
                .createTaskQuery()
                .processInstanceBusinessKey(reference.value())
                .active()
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .map(this::openTask)
                .toList());
    }

    @Override
    public boolean isInvolved(CaseReference reference, Reader reader) {
        return system.ask(() -> hasATask(reference, reader) || hadATask(reference, reader));
    }

    private boolean hasATask(CaseReference reference, Reader reader) {
        return !reader.groups().isEmpty()
                && tasks.createTaskQuery()
                                .processInstanceBusinessKey(reference.value())
                                .taskCandidateGroupIn(List.copyOf(reader.groups()))
                                .includeAssignedTasks()
                                .count()
                        > 0;
    }

    /** The engine's history names who had a task, and not which groups might have had it. */
    private boolean hadATask(CaseReference reference, Reader reader) {
        return history
                .createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(reference.value())
                .taskAssignee(reader.id())
                .list()
                .stream()
                .anyMatch(this::letsSee);
    }

    /** Help that is over lets nobody see its case any more. */
    private boolean letsSee(HistoricTaskInstance task) {
        return task.getEndTime() == null
                || helpers.stream().noneMatch(help -> help.process().equals(task.getProcessDefinitionKey()));
    }

    @Override
    public Set<CaseReference> involving(Reader reader) {
        return system.ask(() -> {
            Set<String> instances = new HashSet<>(withATaskOfTheGroups(reader));
            instances.addAll(withATaskOf(reader));
            return referencesOf(instances);
        });
    }

    @Override
    public Set<CaseReference> waitingFor(Reader reader, Set<String> groups) {
        return system.ask(() -> {
            Set<String> instances =
                    new HashSet<>(instancesOf(tasks.createTaskQuery().taskAssignee(reader.id())));
            if (!groups.isEmpty()) {
                instances.addAll(instancesOf(tasks.createTaskQuery().taskCandidateGroupIn(List.copyOf(groups))));
            }
            return referencesOf(instances);
        });
    }

    @Override
    public Map<String, CaseReference> casesOf(Set<String> ids, Reader reader) {
        Map<String, String> instances = new HashMap<>();
        system
                .askAs(
                        reader.id(),
                        reader.groups(),
                        () -> tasks.createTaskQuery()
                                .taskIdIn(ids.toArray(String[]::new))
                                .listPage(0, LATEST_TASKS))
                .stream()
                .filter(task -> task.getProcessInstanceId() != null)
                .forEach(task -> instances.put(task.getId(), task.getProcessInstanceId()));
        Map<String, CaseReference> known = system.ask(() -> referencesByInstance(new HashSet<>(instances.values())));
        Map<String, CaseReference> references = new HashMap<>();
        instances.forEach((task, instance) -> references.computeIfAbsent(task, id -> known.get(instance)));
        return references;
    }

    private Set<String> withATaskOfTheGroups(Reader reader) {
        return reader.groups().isEmpty()
                ? Set.of()
                : instancesOf(tasks.createTaskQuery()
                        .taskCandidateGroupIn(List.copyOf(reader.groups()))
                        .includeAssignedTasks());
    }

    private static Set<String> instancesOf(TaskQuery query) {
        return query.orderByTaskCreateTime().desc().listPage(0, LATEST_TASKS).stream()
                .map(Task::getProcessInstanceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> withATaskOf(Reader reader) {
        return history
                .createHistoricTaskInstanceQuery()
                .taskAssignee(reader.id())
                .orderByHistoricActivityInstanceStartTime()
                .desc()
                .listPage(0, LATEST_TASKS)
                .stream()
                .filter(this::letsSee)
                .map(HistoricTaskInstance::getProcessInstanceId)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Set<CaseReference> referencesOf(Set<String> instances) {
        return Set.copyOf(referencesByInstance(instances).values());
    }

    private Map<String, CaseReference> referencesByInstance(Set<String> instances) {
        Map<String, CaseReference> references = new HashMap<>();
        if (!instances.isEmpty()) {
            history.createHistoricProcessInstanceQuery()
                    .processInstanceIds(instances)
                    .list()
                    .forEach(instance -> CaseReference.parse(instance.getBusinessKey())
                            .ifPresent(reference -> references.put(instance.getId(), reference)));
        }
        return references;
    }

    private OpenTask openTask(Task task) {
        Set<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        return new OpenTask(
                task.getId(),
                task.getName(),
                task.getAssignee(),
                groups,
                Optional.ofNullable(task.getDueDate()).map(Date::toInstant).orElse(null));
    }
}
