package io.careloop.engine;

import io.careloop.engine.Restrictions.Circle;
import java.util.function.Predicate;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Gives the candidates and the assignee of a task the right to work on it and to hand it on; to whom, the
 * {@link AssignmentGuard} decides. The engine's own choice is one right only, for work or for everything. Those whom a
 * restricted case is closed to get no right on its tasks.
 */
class TaskRights extends DefaultAuthorizationProvider {

    private final ObjectProvider<Restrictions> restrictions;

    TaskRights(ObjectProvider<Restrictions> restrictions) {
        this.restrictions = restrictions;
    }

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String former, String user) {
        return isOpenTo(task, circle -> user == null || circle.admitsUser(user))
                ? super.newTaskAssignee(task, former, user)
                : null;
    }

    @Override
    public AuthorizationEntity[] newTaskUserIdentityLink(Task task, String user, String type) {
        return isOpenTo(task, circle -> circle.admitsUser(user))
                ? super.newTaskUserIdentityLink(task, user, type)
                : null;
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String group, String type) {
        return isOpenTo(task, circle -> circle.admits(group))
                ? super.newTaskGroupIdentityLink(task, group, type)
                : null;
    }

    @Override
    protected Permission[] getRuntimePermissions(boolean withVariables) {
        return new Permission[] {
            TaskPermissions.READ, TaskPermissions.READ_VARIABLE, TaskPermissions.TASK_WORK, TaskPermissions.TASK_ASSIGN
        };
    }

    private boolean isOpenTo(Task task, Predicate<Circle> admission) {
        Restrictions known = restrictions.getIfAvailable();
        return known == null
                || !(task instanceof TaskEntity entity)
                || entity.getExecution() == null
                || known.circleOf(entity.getExecution().getProcessBusinessKey())
                        .map(admission::test)
                        .orElse(true);
    }
}
