package io.careloop.engine;

import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Who may give a task to whom. One claims for oneself, lets go of one's own, and hands on within the groups that the task
 * is offered to; a deputy does so for somebody absent, and those with {@link StaffRights#mayAssign} decide freely. Nobody gets past an {@link AssignmentRule}.
 */
class AssignmentGuard {

    private final EngineReads engine;
    private final StaffRights rights;
    private final AssignmentRules rules;
    private final ObjectProvider<StandIns> standIns;
    private final Refusals refusals;

    AssignmentGuard(
            EngineReads engine,
            StaffRights rights,
            AssignmentRules rules,
            ObjectProvider<StandIns> standIns,
            Refusals refusals) {
        this.engine = engine;
        this.rights = rights;
        this.rules = rules;
        this.standIns = standIns;
        this.refusals = refusals;
    }

    /** @param user whom the task shall belong to, null to release it */
    void claim(Caller caller, String taskId, String user) {
        boolean mayAssign = rights.mayAssign(caller.groups());
        if (!mayAssign && user != null && !caller.user().equals(user)) {
            throw refusals.forbidden("assignment.claim-for-another");
        }
        GuardedTask task = engine.task(taskId);
        if (!mayAssign && user == null) {
            refuseIfOfAnother(caller, task);
        }
        rules.check(task, user);
    }

    /** @param user whom the task shall belong to, null to release it */
    void assign(Caller caller, String taskId, String user) {
        GuardedTask task = engine.task(taskId);
        if (!rights.mayAssign(caller.groups())) {
            refuseIfOfAnother(caller, task);
            if (user != null && !Objects.equals(user, caller.user()) && !isColleague(caller, task, user)) {
                throw refusals.forbidden("assignment.outside-of-groups", user);
            }
        }
        rules.check(task, user);
    }

    /** Changes of owner, candidates, name, priority and dates. */
    void steer(Caller caller) {
        if (!rights.mayAssign(caller.groups())) {
            throw refusals.forbidden("assignment.steering");
        }
    }

    /** The same, by a call that changes more than the assignee; a task that is not there yet is nobody's. */
    void steer(Caller caller, String taskId, String user) {
        steer(caller);
        if (user != null && engine.isTask(taskId)) {
            rules.check(engine.task(taskId), user);
        }
    }

    private void refuseIfOfAnother(Caller caller, GuardedTask task) {
        if (!task.isFree() && !task.isOf(caller) && !standsIn(caller, task.assignee())) {
            throw refusals.forbidden("assignment.of-another", task.assignee());
        }
    }

    private boolean standsIn(Caller caller, String absent) {
        return standIns.stream()
                .flatMap(known -> known.standInFor(absent).stream())
                .anyMatch(caller.user()::equals);
    }

    private boolean isColleague(Caller caller, GuardedTask task, String user) {
        Set<String> groups = task.candidateGroups();
        return engine.isMemberOfOne(user, groups.isEmpty() ? caller.groups() : groups);
    }
}
