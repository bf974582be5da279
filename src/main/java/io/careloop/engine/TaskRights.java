package io.careloop.engine;

import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;

/**
 * Gives the candidates and the assignee of a task the right to work on it and to hand it on; to whom, the
 * {@link AssignmentGuard} decides. The engine's own choice is one right only, for work or for everything.
 */
class TaskRights extends DefaultAuthorizationProvider {

    @Override
    protected Permission[] getRuntimePermissions(boolean withVariables) {
        return new Permission[] {
            TaskPermissions.READ, TaskPermissions.READ_VARIABLE, TaskPermissions.TASK_WORK, TaskPermissions.TASK_ASSIGN
        };
    }
}
