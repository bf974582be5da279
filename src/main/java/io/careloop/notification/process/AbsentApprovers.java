package io.careloop.notification.process;

import io.careloop.cases.CaseReference;
import io.careloop.cases.CasesProperties;
import io.careloop.engine.SystemCalls;
import io.careloop.engine.TaskOffered;
import io.careloop.identity.Absences;
import io.careloop.identity.Groups;
import io.careloop.notification.Notifications;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the managers, once, of a task of an approving group that nobody can do: no member of its groups is present, nor
 * anybody in a member's place.
 */
@Component
class AbsentApprovers {

    private static final String TEMPLATE = "approval-unattended";

    private final Notifications notifications;
    private final Absences absences;
    private final CasesProperties properties;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final SystemCalls system;
    private final Clock clock;

    AbsentApprovers(
            Notifications notifications,
            Absences absences,
            CasesProperties properties,
            TaskService tasks,
            RuntimeService runtime,
            SystemCalls system,
            Clock clock) {
        this.notifications = notifications;
        this.absences = absences;
        this.properties = properties;
        this.tasks = tasks;
        this.runtime = runtime;
        this.system = system;
        this.clock = clock;
    }

    @EventListener
    void offered(TaskOffered task) {
        if (isUnattended(task.groups())) {
            tell(task.businessKey(), task.taskId());
        }
    }

    /** The tasks that are open already: absences begin and end without them. */
    void lookAgain() {
        Instant now = clock.instant();
        List<String> away = properties.approvingGroups().stream()
                .filter(group -> !absences.isStaffed(group, now))
                .toList();
        if (!away.isEmpty()) {
            system.run(() -> tasks.createTaskQuery().taskCandidateGroupIn(away).includeAssignedTasks().list().stream()
                    .filter(task -> isUnattended(groupsOf(task)))
                    .forEach(task -> tell(businessKeyOf(task), task.getId())));
        }
    }

    private boolean isUnattended(Collection<String> groups) {
        Instant now = clock.instant();
        return !Collections.disjoint(groups, properties.approvingGroups())
                && groups.stream().noneMatch(group -> absences.isStaffed(group, now));
    }

    private void tell(String businessKey, String task) {
        CaseReference.parse(businessKey)
                .ifPresent(reference -> notifications.toStaff(
                        reference, List.of(), List.of(Groups.MANAGERS), TEMPLATE, TEMPLATE + "/" + task));
    }

    private Set<String> groupsOf(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private String businessKeyOf(Task task) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return instance == null ? null : instance.getBusinessKey();
    }
}
