package io.careloop.engine;

import java.util.Objects;
import java.util.Set;

/**
 * Who may give a task to whom. One claims for oneself, lets go of one's own, and hands on within the groups that the task
 * is offered to; those with {@link StaffRights#mayAssign} decide freely.
 */
class AssignmentGuard {

    private final EngineReads engine;
    private final StaffRights rights;
    private final Refusals refusals;

    AssignmentGuard(EngineReads engine, StaffRights rights, Refusals refusals) {
        this.engine = engine;
        this.rights = rights;
        this.refusals = refusals;
    }

    /** @param user whom the task shall belong to, null to release it */
    void claim(Caller caller, String taskId, String user) {
        if (rights.mayAssign(caller.groups()) || caller.user().equals(user)) {
            return;
        }
        if (user != null) {
            throw refusals.forbidden("assignment.claim-for-another");
        }
        assign(caller, taskId, null);
    }

    /** @param user whom the task shall belong to, null to release it */
    void assign(Caller caller, String taskId, String user) {
        if (rights.mayAssign(caller.groups())) {
            return;
        }
        GuardedTask task = engine.task(taskId);
        if (!task.isFree() && !task.isOf(caller)) {
            throw refusals.forbidden("assignment.of-another", task.assignee());
        }
        if (user != null && !Objects.equals(user, caller.user()) && !isColleague(caller, task, user)) {
            throw refusals.forbidden("assignment.outside-of-groups", user);
        }
    }

    /** Changes of owner, candidates, name, priority and dates. */
    void steer(Caller caller) {
        if (!rights.mayAssign(caller.groups())) {
            throw refusals.forbidden("assignment.steering");
        }
    }

    private boolean isColleague(Caller caller, GuardedTask task, String user) {
        Set<String> groups = task.candidateGroups();
        return engine.isMemberOfOne(user, groups.isEmpty() ? caller.groups() : groups);
    }
}
