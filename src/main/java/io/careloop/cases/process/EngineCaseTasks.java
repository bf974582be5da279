package io.careloop.cases.process;

import io.careloop.cases.CaseReference;
import io.careloop.cases.CaseTasks;
import io.careloop.cases.OpenTask;
import io.careloop.cases.Reader;
import io.careloop.engine.UnrestrictedReads;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstanceQuery;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Reads the tasks of all process instances that carry the reference as their business key. */
@Component
class EngineCaseTasks implements CaseTasks {

    private final TaskService tasks;
    private final HistoryService history;
    private final UnrestrictedReads engine;

    EngineCaseTasks(TaskService tasks, HistoryService history, UnrestrictedReads engine) {
        this.tasks = tasks;
        this.history = history;
        this.engine = engine;
    }

    @Override
    public List<OpenTask> openTasksOf(CaseReference reference) {
        return engine.read(() -> tasks
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
        return engine.read(() -> tasksOf(reference).taskAssignee(reader.id()).count() > 0
                || reader.groups().stream()
                        .anyMatch(group ->
                                tasksOf(reference).taskHadCandidateGroup(group).count() > 0));
    }

    private HistoricTaskInstanceQuery tasksOf(CaseReference reference) {
        return history.createHistoricTaskInstanceQuery().processInstanceBusinessKey(reference.value());
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
