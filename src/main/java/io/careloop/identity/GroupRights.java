package io.careloop.identity;

import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.ALL;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.OPERATION_LOG_CATEGORY;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.USER;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;

/**
 * What each group may do in the engine. The rights on a single task are not here: the engine gives them to the task's
 * candidates and assignee, so that nobody sees a task of another department.
 */
final class GroupRights {

    private static final String TASKLIST = "tasklist";
    private static final String COCKPIT = "cockpit";
    private static final String PHONE_INTAKE = "phone-intake";

    static Collection<Grant> all() {
        return Stream.of(
                        Groups.WORKING.stream().flatMap(GroupRights::working),
                        phone(),
                        coordinators(),
                        managers(),
                        reading(Groups.MANAGERS),
                        reading(Groups.AUDITORS),
                        owners(),
                        administrators())
                .flatMap(grants -> grants)
                .toList();
    }

    /** The diagram of a task needs the right to read definitions, names beside a task the one to read users. */
    private static Stream<Grant> working(String group) {
        return Stream.of(
                Grant.on(group, APPLICATION, TASKLIST, ACCESS),
                Grant.onAll(group, PROCESS_DEFINITION, READ),
                Grant.onAll(group, USER, READ),
                Grant.onAll(group, GROUP, READ));
    }

    private static Stream<Grant> phone() {
        return Stream.of(
                Grant.on(Groups.AGENTS, PROCESS_DEFINITION, PHONE_INTAKE, CREATE_INSTANCE),
                Grant.onAll(Groups.AGENTS, PROCESS_INSTANCE, CREATE));
    }

    private static Stream<Grant> coordinators() {
        return Stream.of(Grant.onAll(Groups.COORDINATORS, PROCESS_DEFINITION, READ_TASK, TASK_ASSIGN));
    }

    private static Stream<Grant> managers() {
        return Stream.of(
                Grant.on(Groups.MANAGERS, APPLICATION, TASKLIST, ACCESS),
                Grant.onAll(Groups.MANAGERS, PROCESS_DEFINITION, TASK_ASSIGN));
    }

    private static Stream<Grant> reading(String group) {
        return Stream.of(
                Grant.on(group, APPLICATION, COCKPIT, ACCESS),
                Grant.onAll(group, PROCESS_DEFINITION, READ, READ_INSTANCE, READ_TASK, READ_HISTORY),
                Grant.onAll(group, DECISION_DEFINITION, READ, Permissions.READ_HISTORY),
                Grant.onAll(group, DECISION_REQUIREMENTS_DEFINITION, READ),
                Grant.onAll(group, DEPLOYMENT, READ),
                Grant.onAll(group, OPERATION_LOG_CATEGORY, UserOperationLogCategoryPermissions.READ),
                Grant.onAll(group, USER, READ),
                Grant.onAll(group, GROUP, READ));
    }

    private static Stream<Grant> owners() {
        return Stream.of(
                Grant.on(Groups.OWNERS, APPLICATION, COCKPIT, ACCESS),
                Grant.on(Groups.OWNERS, APPLICATION, TASKLIST, ACCESS),
                Grant.onAll(Groups.OWNERS, DEPLOYMENT, CREATE, READ),
                Grant.onAll(Groups.OWNERS, PROCESS_DEFINITION, READ, READ_INSTANCE, READ_HISTORY, CREATE_INSTANCE),
                Grant.onAll(Groups.OWNERS, PROCESS_INSTANCE, CREATE),
                Grant.onAll(
                        Groups.OWNERS,
                        DECISION_DEFINITION,
                        READ,
                        Permissions.READ_HISTORY,
                        Permissions.CREATE_INSTANCE),
                Grant.onAll(Groups.OWNERS, DECISION_REQUIREMENTS_DEFINITION, READ));
    }

    private static Stream<Grant> administrators() {
        return Arrays.stream(Resources.values()).map(resource -> Grant.onAll(Groups.ADMINISTRATORS, resource, ALL));
    }

    private GroupRights() {}
}
