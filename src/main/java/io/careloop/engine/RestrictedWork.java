package io.careloop.engine;

import io.careloop.engine.Restrictions.Circle;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;

/**
 * Brings the rights in the engine in line with {@link Restrictions}: on the open tasks of a case, its running instances
 * and the record of its former tasks. Rights on single tasks are given or taken; to those who see all tasks by a right on
 * their diagrams, a revocation closes those of the case.
 */
@Service
public class RestrictedWork {

    private final Restrictions restrictions;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final AuthorizationService authorizations;
    private final SystemCalls system;

    RestrictedWork(
            Restrictions restrictions,
            TaskService tasks,
            RuntimeService runtime,
            HistoryService history,
            AuthorizationService authorizations,
            SystemCalls system) {
        this.restrictions = restrictions;
        this.tasks = tasks;
        this.runtime = runtime;
        this.history = history;
        this.authorizations = authorizations;
        this.system = system;
    }

    /** After the case was restricted, restricted to others, or released. */
    public void adapt(String businessKey) {
        Circle circle = restrictions.circleOf(businessKey).orElse(null);
        system.run(() -> {
            runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(businessKey)
                    .list()
                    .forEach(instance -> {
                        removeAll(Resources.PROCESS_INSTANCE, instance.getId());
                        revoke(circle, Resources.PROCESS_INSTANCE, instance.getId());
                    });
            history.createHistoricTaskInstanceQuery()
                    .processInstanceBusinessKey(businessKey)
                    .list()
                    .forEach(task -> {
                        if (circle != null) {
                            removeAll(Resources.HISTORIC_TASK, task.getId());
                        }
                    });
            tasks.createTaskQuery()
                    .processInstanceBusinessKey(businessKey)
                    .list()
                    .forEach(task -> adapt(task, circle));
        });
    }

    private void adapt(Task task, Circle circle) {
        String id = task.getId();
        removeAll(Resources.TASK, id);
        revoke(circle, Resources.TASK, id);
        List<IdentityLink> offered = tasks.getIdentityLinksForTask(id).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .toList();
        offered.forEach(link -> grantAnew(id, link));
        // within a command of the engine the task itself changes with it
        String assignee = task.getAssignee();
        if (assignee != null) {
            tasks.setAssignee(id, null);
            if (circle == null || circle.admitsUser(assignee)) {
                tasks.setAssignee(id, assignee);
            }
        }
        if (circle != null && offered.stream().noneMatch(link -> admits(circle, link))) {
            tasks.addCandidateGroup(id, circle.group());
        }
    }

    /** The engine gives rights when a candidate is named. */
    private void grantAnew(String task, IdentityLink link) {
        if (link.getGroupId() != null) {
            tasks.deleteCandidateGroup(task, link.getGroupId());
            tasks.addCandidateGroup(task, link.getGroupId());
        } else {
            tasks.deleteCandidateUser(task, link.getUserId());
            tasks.addCandidateUser(task, link.getUserId());
        }
    }

    static boolean admits(Circle circle, IdentityLink link) {
        return link.getGroupId() == null ? circle.admitsUser(link.getUserId()) : circle.admits(link.getGroupId());
    }

    /**
     * Whoever brings the instance or task about needs no right to give rights.
     *
     * @param circle null if nobody is excluded
     */
    void revoke(Circle circle, Resource resource, String id) {
        if (circle != null) {
            system.run(() -> circle.excluded().forEach(group -> revoke(group, resource, id)));
        }
    }

    private void revoke(String group, Resource resource, String id) {
        Authorization revocation = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        revocation.setGroupId(group);
        revocation.setResource(resource);
        revocation.setResourceId(id);
        revocation.removePermission(Permissions.ALL);
        authorizations.saveAuthorization(revocation);
    }

    private void removeAll(Resource resource, String id) {
        authorizations.createAuthorizationQuery().resourceType(resource).resourceId(id).list().stream()
                .map(Authorization::getId)
                .filter(Objects::nonNull)
                .forEach(authorizations::deleteAuthorization);
    }
}
